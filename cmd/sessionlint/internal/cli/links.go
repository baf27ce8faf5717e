package cli

import (
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
)

// linker makes links to lines of files below dir, or is nil when standard output
// is no terminal that shows links.
func (env Env) linker(dir string) func(file string, line int) string {
	if !env.StdoutTerminal || dir == "" || !env.showsLinks() {
		return nil
	}
	return func(file string, line int) string {
		at := filepath.ToSlash(filepath.Join(dir, filepath.FromSlash(file)))
		if !strings.HasPrefix(at, "/") {
			at = "/" + at // C:/…
		}
		u := url.URL{Scheme: "file", Path: at, Fragment: strconv.Itoa(line)}
		return u.String()
	}
}

// showsLinks: terminals say who they are, not whether they show links. Those
// that are not known get none. FORCE_HYPERLINK decides when it is set.
func (env Env) showsLinks() bool {
	if force := env.Getenv("FORCE_HYPERLINK"); force != "" {
		return force != "0"
	}
	if env.Getenv("TERM") == "dumb" || env.Getenv("CI") != "" {
		return false
	}
	switch env.Getenv("TERM_PROGRAM") {
	case "iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "tabby", "rio":
		return true
	}
	switch env.Getenv("TERM") {
	case "xterm-kitty", "alacritty", "foot", "xterm-ghostty":
		return true
	}
	vte, err := strconv.Atoi(env.Getenv("VTE_VERSION")) // GNOME Terminal and its relatives
	return err == nil && vte >= 5000 || env.Getenv("WT_SESSION") != "" || env.Getenv("KONSOLE_VERSION") != ""
}
