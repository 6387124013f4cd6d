"""What may stand in the mkdocs.yml of a dossier that nobody vouches for: each name, and what its value may be.

Left out is what runs a program or a template, reads or watches files outside of docs/, or has the published pages ask
another host; and what nothing here reads. `WHY` says so of the names that guides tell people to write.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.settings.rules import (
    Rule,
    address,
    either,
    flag,
    flag_or_text,
    listed,
    mapped,
    named,
    nav,
    only,
    path,
    programs,
    target,
    text,
    words,
    written,
)

_HOST = "would have each page ask another host"
_READS = "can read any file of this machine"
WHY: Mapping[str, str] = {
    "INHERIT": "takes settings from another file",
    "hooks": "names programs that would run",
    "custom_dir": "holds templates that would run",
    "extra_templates": "names templates that would run",
    "repo_url": _HOST,
    "repo_name": "belongs to `repo_url`, which " + _HOST,
    "edit_uri": "belongs to `repo_url`, which " + _HOST,
    "edit_uri_template": "belongs to `repo_url`, which " + _HOST,
    "analytics": _HOST,
    "consent": "asks readers about hosts that no page asks",
    "<<": "takes settings from elsewhere in the file",
    "codehilite": "lets pages name what draws code; `pymdownx.highlight` does not",
    "markdown.extensions.codehilite": "lets pages name what draws code; `pymdownx.highlight` does not",
    "pymdownx.snippets": _READS,
    "pymdownx.b64": _READS,
    "pymdownx.pathconverter": "changes addresses that were checked",
    "pymdownx.emoji": _HOST + ", or takes programs to draw with",
    "custom_fences": "takes programs",
    "emoji_index": "takes a program",
    "emoji_generator": "takes a program",
    "slugify": "takes a program",
    "build_url": "takes a program",
    "pygments_style": "names a program",
    "jieba_dict": _READS,
    "jieba_dict_user": _READS,
}

_LEVEL = only("warn", "info", "ignore", "relative_to_docs")
_ICON = written(r"[a-z0-9]+(?:[/_-][a-z0-9]+)*", "the name of an icon, such as material/weather-night")
_NAME = written(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*", "a name of letters and digits")
_LANGUAGE = written(r"[A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?", "a language, such as en")
_NUMBER = written(r"\d{1,3}(?:\.\d{1,3})?", "a number")

_PALETTE = named(
    {
        "media": text,
        "scheme": _NAME,
        "primary": _NAME,
        "accent": _NAME,
        "toggle": named({"icon": _ICON, "name": text}),
    }
)
_THEME_ICON = either(dict, mapped(_ICON), _ICON)
_THEME = named(
    {
        "name": only("material"),
        "font": only(False),
        "language": _LANGUAGE,
        "direction": only("ltr", "rtl"),
        "features": listed(_NAME),
        "palette": either(list, listed(_PALETTE), _PALETTE),
        "icon": mapped(_THEME_ICON),
        "logo": path,
        "favicon": path,
    },
    WHY,
)
_SCRIPT = named({"path": path, "type": _NAME, "async": flag, "defer": flag})
_EXTRA = named(
    {
        "generator": flag,
        "polyfills": listed(path),
        "homepage": target,
        "social": listed(named({"icon": _ICON, "link": target, "name": text})),
        "alternate": listed(named({"name": text, "link": target, "lang": _LANGUAGE})),
        "status": mapped(text),
        "tags": mapped(_NAME),
    },
    WHY,
)
_NAV_LEVELS = {"omitted_files": _LEVEL, "not_found": _LEVEL, "absolute_links": _LEVEL}
_LINK_LEVELS = {"not_found": _LEVEL, "absolute_links": _LEVEL, "unrecognized_links": _LEVEL, "anchors": _LEVEL}
_VALIDATION = named({**_NAV_LEVELS, **_LINK_LEVELS, "nav": named(_NAV_LEVELS), "links": named(_LINK_LEVELS)})

_SEARCH: Mapping[str, Rule] = {
    "enabled": flag,
    "lang": either(list, listed(_LANGUAGE), _LANGUAGE),
    "separator": words,
    "pipeline": listed(only("stemmer", "stopWordFilter", "trimmer")),
}
_OFFLINE: Mapping[str, Rule] = {"enabled": flag}
_TAGS: Mapping[str, Rule] = {
    "enabled": flag,
    "tags": flag,
    "tags_hierarchy": flag,
    "tags_hierarchy_separator": text,
    "tags_sort_reverse": flag,
    "tags_allowed": listed(text),
    "listings": flag,
    "listings_sort_reverse": flag,
    "listings_tags_sort_reverse": flag,
    "listings_toc": flag,
    "export": flag,
}
_PLUGINS: Mapping[str, Mapping[str, Rule]] = {
    "search": _SEARCH,
    "material/search": _SEARCH,
    "offline": _OFFLINE,
    "material/offline": _OFFLINE,
    "tags": _TAGS,
    "material/tags": _TAGS,
    "briefs": {},
}

_TOC: Mapping[str, Rule] = {
    "permalink": flag_or_text,
    "permalink_title": text,
    "permalink_class": text,
    "permalink_leading": flag,
    "anchorlink": flag,
    "anchorlink_class": text,
    "title": text,
    "title_class": text,
    "toc_class": text,
    "baselevel": _NUMBER,
    "toc_depth": written(r"[1-6](?:-[1-6])?", "a level of headings, 1 to 6"),
    "separator": written(r"[-_]", "- or _"),
}
_HIGHLIGHT: Mapping[str, Rule] = {
    "use_pygments": flag,
    "linenums": flag,
    "linenums_style": only("table", "inline", "pymdownx-inline"),
    "anchor_linenums": flag,
    "line_spans": written(r"\w+", "a name of letters and digits"),
    "pygments_lang_class": flag,
    "auto_title": flag,
    "guess_lang": flag,
    "noclasses": flag,
}
_FLAGS: Mapping[str, tuple[str, ...]] = {
    "pymdownx.betterem": ("punctuation",),
    "pymdownx.caret": ("smart_insert", "insert", "superscript", "no_space", "punctuation"),
    "pymdownx.critic": (),
    "pymdownx.details": (),
    "pymdownx.escapeall": ("hardbreak", "nbsp"),
    "pymdownx.extra": (),
    "pymdownx.inlinehilite": ("style_plain_text",),
    "pymdownx.keys": ("strict", "camel_case"),
    "pymdownx.mark": ("smart_mark",),
    "pymdownx.progressbar": ("level_class",),
    "pymdownx.saneheaders": (),
    "pymdownx.smartsymbols": (
        "trademark", "copyright", "registered", "plusminus", "arrows", "notequal", "fractions", "ordinal_numbers",
        "care_of",
    ),
    "pymdownx.superfences": ("disable_indented_code_blocks", "preserve_tabs", "relaxed_headers"),
    "pymdownx.tabbed": ("alternate_style", "combine_header_slug"),
    "pymdownx.tasklist": ("custom_checkbox", "clickable_checkbox"),
    "pymdownx.tilde": ("smart_delete", "delete", "subscript", "no_space", "punctuation"),
}  # fmt: skip
# Extensions that come with the Markdown reader go by two names.
_OF_MARKDOWN: Mapping[str, Mapping[str, Rule]] = {
    "abbr": {"glossary": mapped(text)},
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "extra": {},
    "fenced_code": {"lang_prefix": _NAME},
    "footnotes": {
        "BACKLINK_TEXT": text,
        "BACKLINK_TITLE": text,
        "SUPERSCRIPT_TEXT": text,
        "UNIQUE_IDS": flag,
        "USE_DEFINITION_ORDER": flag,
    },
    "md_in_html": {},
    "meta": {},
    "nl2br": {},
    "sane_lists": {},
    "smarty": {"smart_quotes": flag, "smart_angled_quotes": flag, "smart_dashes": flag, "smart_ellipses": flag},
    "tables": {"use_align_attribute": flag},
    "toc": _TOC,
}
_EXTENSIONS: Mapping[str, Mapping[str, Rule]] = {
    **_OF_MARKDOWN,
    **{f"markdown.extensions.{name}": options for name, options in _OF_MARKDOWN.items()},
    **{name: dict.fromkeys(options, flag) for name, options in _FLAGS.items()},
    "pymdownx.highlight": _HIGHLIGHT,
}

_SETTINGS: Mapping[str, Rule] = {
    "site_name": words,
    "site_url": address,
    "site_description": words,
    "site_author": words,
    "copyright": text,
    "docs_dir": only("docs"),
    "site_dir": only("site"),
    "use_directory_urls": flag,
    "strict": flag,
    "watch": listed(path),
    "dev_addr": written(r"(?:127\.0\.0\.1|localhost):\d{1,5}", "a port of this machine, such as 127.0.0.1:8000"),
    "remote_branch": _NAME,
    "remote_name": _NAME,
    "nav": nav,
    "exclude_docs": words,
    "draft_docs": words,
    "not_in_nav": words,
    "theme": either(str, only("material"), _THEME),
    "extra_css": listed(path),
    "extra_javascript": listed(either(dict, _SCRIPT, path)),
    "extra": _EXTRA,
    "plugins": programs(_PLUGINS, WHY),
    "markdown_extensions": programs(_EXTENSIONS, WHY),
    "validation": _VALIDATION,
}
ALLOWED = named(_SETTINGS, WHY)
