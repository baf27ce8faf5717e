package driver

import (
	"errors"
	"fmt"
	"go/scanner"
	"go/token"
	"go/types"
	"io/fs"
	"path/filepath"
	"strings"
)

// problem is why a package could not be analysed fully. It names its file by
// the base name, so that it can be cached and told wherever the source lies.
type problem struct {
	File      string
	Line, Col int
	Text      string
}

// String is the problem as people read it. locate names the file.
func (p *problem) String(locate func(file string) string) string {
	switch {
	case p.File == "":
		return p.Text
	case p.Line == 0:
		return locate(p.File) + ": " + p.Text
	}
	return fmt.Sprintf("%s:%d:%d: %s", locate(p.File), p.Line, p.Col, p.Text)
}

// problemOf describes an error of the parser or the type checker.
func problemOf(fset *token.FileSet, err error) *problem {
	var syntax scanner.ErrorList
	var typ types.Error
	switch {
	case errors.As(err, &syntax) && len(syntax) > 0:
		return problemAt(syntax[0].Pos, syntax[0].Msg)
	case errors.As(err, &typ):
		return problemAt(fset.PositionFor(typ.Pos, false), typ.Msg)
	}
	return &problem{Text: err.Error()}
}

func problemAt(pos token.Position, text string) *problem {
	first, _, _ := strings.Cut(text, "\n")
	return &problem{File: filepath.Base(pos.Filename), Line: pos.Line, Col: pos.Column, Text: first}
}

// cause is what went wrong with a file, without its name.
func cause(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}
