package driver

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
)

// readExamples reads the test files of a package that have Example functions:
// these are documentation, which an audit lists without -tests, too. A file
// that cannot be read documents nothing.
func readExamples(n *node) []source {
	var files []source
	for _, name := range n.tests {
		data, err := os.ReadFile(filepath.Join(n.dir, name))
		if err == nil && bytes.Contains(data, []byte("\nfunc Example")) {
			files = append(files, source{name: name, data: data})
		}
	}
	return files
}

// parseExamples parses what readExamples read. Test code that does not parse
// is not part of the program, so nothing is said of it.
func parseExamples(fset *token.FileSet, files []source) []*ast.File {
	var parsed []*ast.File
	for _, f := range files {
		file, _ := parser.ParseFile(fset, f.name, f.data, parser.SkipObjectResolution)
		if file != nil && file.Name != nil {
			parsed = append(parsed, file)
		}
	}
	return parsed
}
