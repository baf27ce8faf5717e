package fix

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// Findings applies the first fix of each finding. Files are found below root;
// fixed reports which findings have their fix in them.
func Findings(root string, findings []rule.Finding) (files []File, fixed []bool) {
	read := func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(root, filepath.FromSlash(name))) }
	source := map[string][]byte{}
	var fixes [][]Edit
	var of []int
	for i := range findings {
		if len(findings[i].Fixes) == 0 {
			continue
		}
		if edits := offsets(findings[i].Fixes[0], source, read); edits != nil {
			fixes, of = append(fixes, edits), append(of, i)
		}
	}
	files, applied := Apply(fixes, read)
	fixed = make([]bool, len(findings))
	for j, i := range of {
		fixed[i] = applied[j]
	}
	return files, fixed
}

// offsets turns the places of a fix into bytes; nil when a file is not there,
// or belongs to another module.
func offsets(f rule.Fix, source map[string][]byte, read func(string) ([]byte, error)) []Edit {
	var out []Edit
	for _, e := range f.Edits {
		name := e.Position.File
		if name == "" || strings.Contains(name, "@") || name != e.End.File {
			return nil
		}
		if _, ok := source[name]; !ok {
			text, err := read(name)
			if err != nil {
				return nil
			}
			source[name] = text
		}
		from, ok := Offset(source[name], e.Position.Line, e.Position.Column)
		to, ok2 := Offset(source[name], e.End.Line, e.End.Column)
		if !ok || !ok2 || from > to {
			return nil
		}
		out = append(out, Edit{name, from, to, e.Text})
	}
	return out
}
