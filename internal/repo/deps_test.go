package repo

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// TestDirectDependencies: a new dependency is a decision, made here.
func TestDirectDependencies(t *testing.T) {
	allowed := map[string]string{
		"golang.org/x/tools":                         "v0.52.0", // the analysis API; its facts files differ between versions
		"github.com/goccy/go-yaml":                   "v1.19.2", // YAML with positions; nothing below it
		"github.com/golangci/plugin-module-register": "",        // what a plugin of golangci-lint registers with: no dependency of its own
		"github.com/rogpeppe/go-internal":            "",        // testscript, in tests only
	}
	var mod struct {
		Require []struct {
			Path, Version string
			Indirect      bool
		}
	}
	if err := json.Unmarshal([]byte(goCommand(t, "mod", "edit", "-json")), &mod); err != nil {
		t.Fatal(err)
	}
	for _, r := range mod.Require {
		version, ok := allowed[r.Path]
		if !ok && !r.Indirect {
			t.Errorf("go.mod requires %s, which is not an allowed direct dependency", r.Path)
		}
		if ok && version != "" && version != r.Version {
			t.Errorf("go.mod requires %s %s, want %s", r.Path, r.Version, version)
		}
	}
}

// TestCommandDependencies: what users build is this module, x/tools and YAML.
func TestCommandDependencies(t *testing.T) {
	allowed := []string{module, "github.com/goccy/go-yaml", "golang.org/x/tools", "golang.org/x/mod", "golang.org/x/sync"}
	out := goCommand(t, "list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", "./cmd/sessionlint")
	modules := strings.Fields(out)
	slices.Sort(modules)
	for _, m := range slices.Compact(modules) {
		if !slices.Contains(allowed, m) {
			t.Errorf("the command depends on %s", m)
		}
	}
}
