"""Compare encoders on the sentences held out: one body with four heads, single heads, fewer layers, a distilled copy.

    python tools/compare_encoders.py            # half an hour; prints one line a model, writes nothing

All learn from every fourth sentence that is not held out, without copies, so that a model takes minutes; the figures
are lower than those of the model that ships, and only their order counts. docs/accuracy.md holds what it gave.
"""

from __future__ import annotations

import time

from tokenizers import Tokenizer
from train_events import HELD, Settings, Typer, base_model, predict, read_rows, report, role_figures, train

_EVERY = 4
"""Every so many-th sentence is learnt from."""
SINGLE = {
    "type alone": Settings(modes=0, statuses=0, roles=0),
    "status alone": Settings(types=0, modes=0, statuses=1, roles=0),
    "mode alone": Settings(types=0, modes=1, statuses=0, roles=0),
    "parties alone": Settings(types=0, modes=0, statuses=0, roles=1),
}


def main() -> None:
    """Train each model and print what it reaches."""
    tokenizer = Tokenizer.from_file(str(base_model() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    rows, labels = read_rows(tokenizer)
    held, rest = rows[::HELD], [row for k, row in enumerate(rows) if k % HELD][::_EVERY]

    def measured(name: str, settings: Settings, teacher: Typer | None = None) -> Typer:
        began = time.time()
        model = train(list(rest), labels, settings, progress=False, teacher=teacher)
        took, asked = time.time() - began, time.time()
        found = predict(model, held)
        passed = time.time() - asked
        print(
            name, report(found, labels) | role_figures(model, held), f"{took:.0f} s, read in {passed:.1f} s", flush=True
        )
        return model

    four = measured("5 layers, four heads", Settings())
    measured("3 layers, four heads", Settings(layers=3))
    measured("3 layers, distilled", Settings(layers=3), four)
    for name, settings in SINGLE.items():
        measured(f"5 layers, {name}", settings)


if __name__ == "__main__":
    main()
