"""The console program `briefs`: which commands there are, and how a failure is told.

Exit codes: 0 done; 1 the dossier has problems (listed on stderr); 2 wrong usage; 130 and 143 when interrupted.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
from pathlib import Path

import click

from generator.messages.faults import refusal, unforeseen
from generator.messages.problems import BriefingError

# Order here is the order of `briefs --help`. Each names a module of generator.commands with a click command `command`;
# modules are imported only when asked for, so that `briefs explain` does not wait for a typesetter.
COMMANDS = {
    "build": "docs/, site/ and the PDFs, brought up to date",
    "generate": "docs/ alone",
    "serve": "the site on this machine, rebuilt as files are saved",
    "print": "the PDFs",
    "check": "hold the written pages against the sources",
    "verify": "find each quotation of a PDF, site or DOCX in the sources",
    "status": "what changed, what is not mapped, what needs review",
    "review": "mark a brief as reviewed at this edition",
    "preview": "what a change to the topic map adds and drops",
    "add": "take a text into the dossier",
    "remove": "take a source that was never published out again",
    "rename": "give a source another id, wherever it is named",
    "new": "start a dossier in an empty folder",
    "explain": "why a sentence is here, or is not",
    "suggest": "who and what the texts speak of and no file has yet",
    "doctor": "whether this machine and this folder have what the program needs",
    "evaluate": "measure against labels",
    "export": "statements, attributions, sources, annotations, topics",
}


class Commands(click.Group):
    """Finds a command by importing its module."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of `COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command called `cmd_name`, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"generator.commands.{cmd_name}")
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-C",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="Work on the dossier in this folder instead of the current one.",
)
@click.version_option(package_name="briefing-site")
@click.pass_context
def briefs(ctx: click.Context, folder: Path) -> None:
    """Make briefing pages from source texts and a topic map.

    Example: briefs -C my-dossier build
    """
    ctx.obj = folder


def main() -> None:
    """Run the program; the entry point of the console command."""
    signal.signal(signal.SIGTERM, _terminate)
    # Processes of ours take no module from the current folder, which may be a dossier of strangers.
    os.environ["PYTHONSAFEPATH"] = "1"
    try:
        code = briefs.main(standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("Interrupted; what stood before still stands.", err=True)
        code = 130
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except BriefingError as error:
        click.echo(str(error), err=True)
        code = 1
    except BrokenPipeError:
        # Whoever read our output (`| head`) has gone: nothing is wrong, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:
        told = refusal(error, _folder()) if isinstance(error, OSError) else unforeseen(error, _folder())
        click.echo(str(told), err=True)
        code = 1
    sys.exit(code if isinstance(code, int) else 0)


def _folder() -> Path:
    """Return the dossier's folder as the command line names it, for messages."""
    arguments = sys.argv[1:]
    return Path(arguments[1]) if len(arguments) > 1 and arguments[0] == "-C" else Path()


def _terminate(number: int, frame: object) -> None:
    raise SystemExit(128 + number)
