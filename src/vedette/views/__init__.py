"""Views: questions people ask of what is kept, answered as text."""

from vedette.views.brief import write_brief
from vedette.views.explain import explain_claim, explain_event

__all__ = ["explain_claim", "explain_event", "write_brief"]
