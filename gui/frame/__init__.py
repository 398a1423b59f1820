"""What surrounds the pages: header, navigation, status line, menus, notices."""
