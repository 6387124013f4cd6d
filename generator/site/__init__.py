"""Stage 8, on screen: docs/ becomes the site; `plugin`, `building` and `live` are the modules that know MkDocs."""
