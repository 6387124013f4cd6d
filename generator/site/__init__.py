"""Stage 8, on screen: docs/ becomes the site; `plugin` is the one module that knows MkDocs."""
