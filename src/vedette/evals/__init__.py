"""Evaluation: run one task over a gold file and score it."""

from vedette.evals.run import TASKS, run_task

__all__ = ["TASKS", "run_task"]
