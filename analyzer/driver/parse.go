package driver

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync/atomic"
)

// source is the text of one file of a package.
type source struct {
	name string // base name
	data []byte
	err  error // why it could not be read
}

// readSources reads the files of a package. A file that has gone since it was
// listed is no reason to give up the others.
func readSources(n *node) []source {
	files := make([]source, len(n.files))
	for i, name := range n.files {
		path := name
		if !filepath.IsAbs(path) {
			path = filepath.Join(n.dir, name)
		}
		data, err := os.ReadFile(path)
		files[i] = source{name: filepath.Base(name), data: data, err: err}
	}
	return files
}

// syntax is a parsed package. It has a file set of its own, which goes when
// the package has been dealt with, but shares the numbering of positions with
// all other packages: a position says in itself whether it lies in this one.
type syntax struct {
	fset    *token.FileSet
	files   []*ast.File
	example []*ast.File // test files that are read for their Example functions
	problem *problem    // the first error
}

// positions hands out ranges of token.Pos.
type positions struct{ next atomic.Int64 }

// fileSet returns a file set with room for the given files.
func (p *positions) fileSet(files []source) *token.FileSet {
	size := 2
	for _, f := range files {
		size += len(f.data) + 1
	}
	base := p.next.Add(int64(size)) - int64(size)
	fset := token.NewFileSet()
	fset.AddFile("", 1, int(base)) // takes up what lies before
	return fset
}

// parseAll parses the files of a package with comments and bodies, and the
// test files with its examples.
func parseAll(pos *positions, files, examples []source) *syntax {
	s := &syntax{fset: pos.fileSet(slices.Concat(files, examples))}
	s.parse(files, parser.ParseComments|parser.SkipObjectResolution|parser.AllErrors)
	s.example = parseExamples(s.fset, examples)
	return s
}

// parseDeclarations parses the files of a package without bodies.
func parseDeclarations(pos *positions, files []source) *syntax {
	short := make([]source, len(files))
	for i, f := range files {
		short[i] = source{name: f.name, data: compact(make([]byte, 0, len(f.data)/2), f.data), err: f.err}
	}
	s := &syntax{fset: pos.fileSet(short)}
	s.parse(short, parser.SkipObjectResolution|parser.AllErrors)
	return s
}

func (s *syntax) parse(files []source, mode parser.Mode) {
	for _, f := range files {
		if f.err != nil {
			s.note(&problem{File: f.name, Text: "the file could not be read: " + cause(f.err)})
			continue
		}
		file, err := parser.ParseFile(s.fset, f.name, f.data, mode)
		if err != nil {
			s.note(problemOf(s.fset, err))
		}
		if file != nil && file.Name != nil {
			s.files = append(s.files, file)
		}
	}
}

// note keeps the first problem.
func (s *syntax) note(p *problem) {
	if s.problem == nil {
		s.problem = p
	}
}

// named lists the paths that files import other than for their side effects.
func named(files []source) map[string]bool {
	paths := make(map[string]bool)
	for _, f := range files {
		// What is broken here is reported when the file is parsed in full.
		file, _ := parser.ParseFile(token.NewFileSet(), f.name, f.data, parser.ImportsOnly|parser.SkipObjectResolution)
		if file == nil {
			continue
		}
		for _, imp := range file.Imports {
			path, err := strconv.Unquote(imp.Path.Value)
			if err == nil && (imp.Name == nil || imp.Name.Name != "_") {
				paths[path] = true
			}
		}
	}
	return paths
}
