"""Pictures as plain descriptions in millimetres; papers, SVG and the screen draw the same ones."""
