"""Pictures: drawn as SVG that stands in a page, in a PDF, or as an image, with the same text and the same shapes."""
