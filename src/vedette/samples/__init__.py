"""Sample reports in our own words on the Afghan-Tajik border, July to December 2021; all publishers are invented."""
