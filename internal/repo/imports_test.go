package repo

import (
	"slices"
	"strings"
	"testing"
)

// layers is the one direction in which packages import: each may use those
// before it. Packages that are not named put the layers together.
func layers() []string {
	return []string{"analyzer/catalog", "analyzer/summary", "analyzer/link", "analyzer/rule", "analyzer/policy", "analyzer/query", "analyzer/report"}
}

func TestImportDirection(t *testing.T) {
	type pkg struct {
		ImportPath string
		Imports    []string
	}
	for _, p := range decodeAll[pkg](t, goCommand(t, "list", "-json=ImportPath,Imports", "./...")) {
		from := inModule(p.ImportPath)
		for _, imported := range p.Imports {
			to := inModule(imported)
			switch {
			case to == "":
			case isBelow(to, "cmd") && !isBelow(from, "cmd"):
				t.Errorf("%s imports %s: nothing imports the command", from, to)
			case layer(from) >= 0 && (layer(to) < 0 || layer(to) > layer(from)):
				t.Errorf("%s imports %s, which is above it", from, to)
			}
		}
	}
}

// inModule is an import path relative to the module, or "" outside of it.
func inModule(path string) string {
	rest, ok := strings.CutPrefix(path, module)
	if !ok {
		return ""
	}
	return strings.TrimPrefix(rest, "/")
}

func isBelow(path, dir string) bool {
	return path == dir || strings.HasPrefix(path, dir+"/")
}

// layer is the height of a package, or -1 when it puts layers together.
func layer(path string) int {
	return slices.IndexFunc(layers(), func(l string) bool { return isBelow(path, l) })
}
