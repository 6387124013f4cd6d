"""The option of every command that reads mkdocs.yml."""

from __future__ import annotations

import click

trusting = click.option(
    "--trust", is_flag=True, help="Let mkdocs.yml and templates/theme/ run programs: you know who wrote them."
)
