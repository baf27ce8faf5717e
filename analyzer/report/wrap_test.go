package report

import (
	"strings"
	"testing"
)

func TestWrap(t *testing.T) {
	const link = "\x1b]8;;file:///a/very/long/address/that/nobody/sees.go#1\x1b\\\x1b[1ma.go:1:2\x1b[0m\x1b]8;;\x1b\\"
	for name, c := range map[string]struct {
		width int
		line  string
		want  string
	}{
		"fits":             {40, "short", "short"},
		"no terminal":      {0, strings.Repeat("word ", 60), strings.Repeat("word ", 60)},
		"absurdly narrow":  {10, strings.Repeat("word ", 60), strings.Repeat("word ", 60)},
		"at a space":       {40, "store.go:1:2: SL101 a pool is opened on every request", "store.go:1:2: SL101 a pool is opened on\n    every request"},
		"keeps the indent": {40, "    help: open it once at start-up and pass it on", "    help: open it once at start-up and\n        pass it on"},
		"long word":        {40, "see " + strings.Repeat("x", 50) + " there", "see " + strings.Repeat("x", 50) + "\n    there"},
		"only a long word": {40, strings.Repeat("x", 50), strings.Repeat("x", 50)},
		"position below":   {40, "      → (*store.Repository).Find  (interface)  store/repository.go:25:12", "      → (*store.Repository).Find\n          (interface)\n          store/repository.go:25:12"},
		"unseen sequences": {40, link + ": a pool is opened every time", link + ": a pool is opened every time"},
		"accents":          {40, "é é é é é é é é é é é é é é é é é é é é", "é é é é é é é é é é é é é é é é é é é é"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := wrap(c.line, c.width); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
