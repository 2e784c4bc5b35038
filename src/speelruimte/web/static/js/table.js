// The script of this page; it stands here so that the page can name it.
