"""The option of every command that writes: say what would change, a line each, and change nothing."""

from __future__ import annotations

import click

dry_run = click.option("--dry-run", "dry", is_flag=True, help="Say what would change, a line each, and change nothing.")
