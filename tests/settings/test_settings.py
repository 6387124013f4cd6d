"""mkdocs.yml of a dossier that comes from strangers: what is refused runs nothing, the rest is taken as it is."""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from generator.dossier.documents import parse
from generator.messages.problems import DossierError
from generator.settings import allowed
from generator.settings.allowed import ALLOWED
from generator.settings.reading import settings
from generator.site.building import SKELETON, build_all, mkdocs_config
from tests.conftest import CASES, Case
from tests.dossier_of import dossier_in

ROOT = Path(__file__).parents[2]
RUN = "from pathlib import Path\nPath({ran!r}).touch()\n"
STRANGER = RUN + "class Run: pass\ndef run(*given): return 'x'\ndef makeExtension(**given): raise ValueError\n"


def cases(name: str) -> list[Any]:
    found: list[dict[str, Any]] = yaml.safe_load((CASES / "settings" / f"{name}.yml").read_text(encoding="utf-8"))
    assert found
    return [pytest.param(case, id=str(case.get("text", case.get("bytes")))[:60]) for case in found]


def written(case: dict[str, Any]) -> bytes:
    if "bytes" in case:
        return bytes.fromhex(case["bytes"])
    many = str(case.get("repeat", "")) * int(case.get("times", 0))
    return str(case["text"]).replace("{many}", many).encode()


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dossier in which whatever runs leaves a file `ran` behind."""
    folder = dossier_in(tmp_path / "dossier")
    ran = str(tmp_path / "ran")
    (folder / "hook.py").write_text(RUN.format(ran=ran), encoding="utf-8")
    (folder / "stranger.py").write_text(STRANGER.format(ran=ran), encoding="utf-8")
    (folder / "base.yml").write_text("site_name: x\nhooks: [hook.py]\n", encoding="utf-8")
    monkeypatch.syspath_prepend(folder)
    monkeypatch.delitem(sys.modules, "stranger", raising=False)
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.cases("settings/refused.yml")
def test_what_is_refused_is_told_at_its_place_and_runs_nothing(hostile: Path, case: Case) -> None:
    (hostile / "mkdocs.yml").write_bytes(written(case.content))
    with pytest.raises(DossierError) as error:
        build_all(hostile)
    case.tells(str(error.value), "says")
    assert not (hostile.parent / "ran").exists()
    assert not (hostile / "docs").exists()


@pytest.mark.parametrize("case", [one for one in cases("refused") if one.values[0].get("runs")])
def test_the_site_builder_would_have_run_it(hostile: Path, case: dict[str, Any]) -> None:
    (hostile / "mkdocs.yml").write_bytes(written(case))
    (hostile / "docs").mkdir()
    with contextlib.suppress(Exception):  # what it ran may well have broken it
        load_config(config_file=str(hostile / "mkdocs.yml"))
    assert (hostile.parent / "ran").exists()


@pytest.mark.parametrize("case", cases("accepted"))
def test_what_is_accepted_is_what_the_site_builder_gets(tmp_path: Path, case: dict[str, Any]) -> None:
    folder = dossier_in(tmp_path)
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_bytes(written(case))
    given_over = settings(folder, None)
    assert given_over is not None
    taken, wanted = yaml.safe_load(given_over), yaml.safe_load(written(case))
    for name, value in wanted.items():
        if name not in ("theme", "extra"):
            assert taken[name] == value, name
    config = mkdocs_config(folder, given_over, folder / "site", strict=False)
    assert (config.theme.name, config.theme["font"]) == ("material", False)
    assert not [url for url in config.extra.get("polyfills", []) if "//" in url]


@pytest.mark.parametrize(
    "file", [ROOT / "mkdocs.yml", SKELETON, *sorted((ROOT / "tests/dossiers").glob("*/mkdocs.yml"))]
)
def test_what_we_ship_is_accepted(tmp_path: Path, file: Path) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(file.read_bytes())
    taken = settings(tmp_path, None)
    assert taken is not None
    assert yaml.safe_load(taken) == yaml.safe_load(file.read_bytes())


def test_each_setting_of_the_site_builder_was_decided_upon() -> None:
    """A new version of MkDocs may bring a new one: then somebody decides, here and in the list."""
    refused = {
        "config_file_path", "pages", "google_analytics", "repo_url", "repo_name", "edit_uri_template", "edit_uri",
        "extra_templates", "mdx_configs", "hooks",
    }  # fmt: skip
    known = set(dict(MkDocsConfig._schema))
    assert {name for name in known if _is_unknown(name)} == refused


@pytest.mark.parametrize("rules", [allowed._SETTINGS, allowed._PLUGINS, allowed._EXTENSIONS])
def test_the_guide_names_what_is_taken(rules: Mapping[str, object]) -> None:
    guide = (ROOT / "docs/guide/settings.md").read_text(encoding="utf-8")
    names = {name.removeprefix("pymdownx.").removeprefix("material/") for name in rules if "markdown." not in name}
    assert [name for name in sorted(names) if not re.search(rf"`{name}\b", guide)] == []


def _is_unknown(name: str) -> bool:
    """Tell whether a setting is refused whatever its value: at its name."""
    document = parse(f"{name}: x\n", "mkdocs.yml")
    return any((problem.line, problem.column) == (1, 1) for problem in ALLOWED(document, ()))


_ODD = ["INHERIT", "!ENV X", "<<", "!!python/x", "2031-01-02", "0x1", "yes", "~"]
_VALUES = st.recursive(
    st.text(max_size=8)
    | st.integers(-9, 9)
    | st.booleans()
    | st.sampled_from(["INHERIT", "!ENV X", "<<", "!!python/x"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
)


@given(st.dictionaries(st.text(max_size=8) | st.sampled_from(["site_name", "nav", "extra", "INHERIT"]), _VALUES))
def test_whatever_passes_reads_the_same_in_the_reader_that_can_run_programs(
    tmp_path_factory: pytest.TempPathFactory, value: dict[str, Any]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(value, allow_unicode=True), encoding="utf-8")
    try:
        taken = settings(folder, None)
    except DossierError:
        return
    assert taken is not None
    assert yaml_load(taken, get_yaml_loader(config=MkDocsConfig())) == yaml.safe_load(taken)  # type: ignore[arg-type]


def test_templates_of_the_theme_are_refused_one_by_one(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path)
    for name in ("main.html", "partials/footer.html"):
        (folder / "templates/theme" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "templates/theme" / name).write_text("{{ 7 * 7 }}", encoding="utf-8")
    (folder / "mkdocs.yml").write_text("hooks: [x.py]\n", encoding="utf-8")
    with pytest.raises(DossierError) as error:
        build_all(folder)
    assert [str(problem).partition(". Mend")[0] for problem in error.value.problems] == [
        "mkdocs.yml:1:1: `hooks` names programs that would run",
        "templates/theme/main.html:1:1: the theme would run this template, and not in a sandbox",
        "templates/theme/partials/footer.html:1:1: the theme would run this template, and not in a sandbox",
    ]


def test_the_offline_plugin_is_given_a_file_of_ours_instead_of_one_of_another_host(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: [offline]\n", encoding="utf-8")
    taken = settings(tmp_path, None)
    assert taken is not None
    assert yaml.safe_load(taken)["extra"] == {"polyfills": ["assets/js/iframe-worker-shim.js"]}


def test_a_dossier_without_settings_has_none_and_a_link_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dossier").mkdir()
    assert settings(tmp_path / "dossier", None) is None
    (tmp_path / "outside.yml").write_text("site_name: x\n", encoding="utf-8")
    (tmp_path / "dossier/mkdocs.yml").symlink_to("../outside.yml")
    with pytest.raises(DossierError, match="leads out of its folder"):
        settings(tmp_path / "dossier", None)
