package driver

import (
	"context"
	"os"
	"strings"
	"testing"
)

// TestDeclarationsTellTheAPI compares what importers see of packages that are
// read in the short form with what they see of the whole source.
func TestDeclarationsTellTheAPI(t *testing.T) {
	dir, pats := ".", []string{"net/http", "database/sql", "encoding/json", "go/types", "log/slog", "testing"}
	if env := os.Getenv("SHAKE_DIR"); env != "" {
		dir, pats = env, []string{"./..."}
	}
	c := Config{Dir: dir, Patterns: pats}
	pkgs, err := goList(context.Background(), c, dir)
	if err != nil {
		t.Fatal(err)
	}
	whole, short := apiOfAll(t, pkgs, false), apiOfAll(t, pkgs, true)
	if len(short) < 100 {
		t.Errorf("%d packages compared", len(short))
	}
	for id, api := range short {
		if api != whole[id] {
			t.Errorf("%s: the short form shows another API", id)
		}
	}
}

// apiOfAll type-checks listed packages one after the other and hashes their
// APIs.
func apiOfAll(t *testing.T, pkgs []*listed, short bool) map[string]hash {
	g := newGraph(pkgs, nil)
	l := &loader{graph: g, check: newChecker(g, "amd64")}
	apis := make(map[string]hash)
	for _, n := range g.nodes {
		if len(n.files) == 0 {
			continue
		}
		files := readSources(n)
		var s *syntax
		if short {
			s = parseDeclarations(&l.pos, files)
			l.shake(n, s)
		} else {
			s = parseAll(&l.pos, files, nil)
		}
		n.pkg = l.check.check(n, s, nil)
		if s.problem != nil {
			t.Errorf("%s (short %t): %s", n.id, short, s.problem.String(strings.Clone))
		}
		apis[n.id] = apiHash(n.pkg)
	}
	return apis
}
