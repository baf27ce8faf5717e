package config

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// Config is a configuration that was found to be right. The zero value is that
// of an empty file.
type Config struct {
	// File is its name for people: relative to where the command ran, or what
	// the host calls the settings. Dir is the folder to which paths in it are
	// relative; "" stands for the root of the module.
	File, Dir string

	Policy   string // as rule.ParsePolicy reads it; "" when it says nothing
	Families string // as catalog.Options has it; "" when it says nothing
	Scope    string // "request", "all" or ""
	Tests    *bool
	Rules    map[string]string // by id: off, on, error, warning, info
	Exclude  []string
	excluded []Place // where they are written
	Baseline string  // a file relative to Dir, with slashes; "" for none
	Declared []rule.Declared

	acquirers []string // symbols that acquire as a whole
	symbols   []named  // everything that is named, for Resolve
	root      *node
	digest    string
}

// named is a symbol and where it stands.
type named struct {
	text     string
	at       Place
	what     use
	argument *node   // which argument of the function is meant; nil: none
	methods  []*node // which methods of the interface are meant
}

// use is what a named symbol is used as.
type use uint8

const (
	asFunc use = iota
	asType
	asFuncType
	asInterface
	asAny
)

func (u use) isType() bool { return u == asType || u == asFuncType || u == asInterface }

// Parse reads a file's text. The error is Problems; name is how they call it.
func Parse(text []byte, name string) (*Config, error) {
	ps := &problems{file: name}
	return finish(readYAML(text, ps), name, text, ps)
}

// FromMap reads settings that a host has decoded from a file of its own, with
// the keys of a configuration file. The error is Problems; name is how they
// call the host's file.
func FromMap(settings map[string]any, name string) (*Config, error) {
	ps := &problems{file: name}
	n := fromAny(settings, "", ps)
	return finish(n, name, []byte(fmt.Sprint(settings)), ps)
}

// ReadFile reads the file at path and calls it by name.
func ReadFile(path, name string) (*Config, error) {
	ps := &problems{file: name}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		ps.add(Place{}, "this is a directory, not a configuration: name a file")
		return nil, ps.err()
	case err == nil && info.Size() > maxBytes+int64(len(mark)):
		ps.add(Place{Line: 1, Column: 1}, "the file has %d bytes, more than the %d that a configuration may have", info.Size(), maxBytes)
		return nil, ps.err()
	}
	text, err := os.ReadFile(path)
	if err != nil {
		ps.add(Place{}, "the configuration cannot be read: %v", cause(err))
		return nil, ps.err()
	}
	c, err := Parse(text, name)
	if err != nil {
		return nil, err
	}
	if c.Dir, err = filepath.Abs(filepath.Dir(path)); err != nil {
		ps.add(Place{}, "its folder cannot be found: %v", err)
		return nil, ps.err()
	}
	return c, nil
}

// cause is an error without the name of the file, which stands before it.
func cause(err error) error {
	if pe, ok := err.(*os.PathError); ok {
		return pe.Err
	}
	return err
}

func finish(n *node, name string, text []byte, ps *problems) (*Config, error) {
	c := &Config{File: name, Rules: map[string]string{}}
	sum := sha256.Sum256(text)
	c.digest = hex.EncodeToString(sum[:])
	if n != nil {
		root().validate(n, "", ps)
		if n.kind == mapNode {
			c.decode(n, ps)
		}
	}
	if len(ps.list) == 0 {
		return c, nil
	}
	if c.root.get("catalog") != nil {
		_, err := c.Catalog("default") // a wrong family is said already
		ps.join(err)
	}
	return nil, ps.err()
}

// BaselinePath is the file of known findings, or "".
func (c *Config) BaselinePath() string {
	if c == nil || c.Baseline == "" {
		return ""
	}
	return filepath.Join(c.Dir, filepath.FromSlash(c.Baseline))
}

// Digest changes with the content of the file.
func (c *Config) Digest() string { return c.digest }

// Catalog loads the catalog that the configuration asks for, with other
// families if that is not empty. The error is Problems when an addition does
// not fit the data.
func (c *Config) Catalog(families string) (*catalog.Catalog, error) {
	o := catalog.Options{Families: families}
	if c == nil {
		return catalog.Load(o)
	}
	if families == "" {
		o.Families = c.Families
	}
	rows := c.rows()
	o.Rows = rows.String()
	cat, err := catalog.Load(o)
	if err != nil {
		return nil, c.rowProblems(err, rows)
	}
	return cat, nil
}

// rowProblems places the errors of rows where the rows come from.
func (c *Config) rowProblems(err error, rows *rowList) error {
	ps := &problems{file: c.File}
	var visit func(error) bool
	visit = func(err error) bool {
		if several, ok := err.(interface{ Unwrap() []error }); ok {
			for _, e := range several.Unwrap() {
				if !visit(e) {
					return false
				}
			}
			return true
		}
		var line *catalog.LineError
		if !errors.As(err, &line) || line.File != catalog.OwnRows {
			return false
		}
		ps.add(rows.places[line.Line], "%s", rows.names.long(line.Text))
		return true
	}
	if !visit(err) {
		return err
	}
	return ps.err()
}

func (c *Config) position(at Place) rule.Position {
	return rule.Position{File: filepath.ToSlash(c.File), Line: at.Line, Column: at.Column}
}

// familiesOf joins the names of a list as the flag has them.
func familiesOf(n *node) string {
	if n.kind == textNode {
		return n.text
	}
	var names []string
	for _, item := range n.items {
		names = append(names, item.text)
	}
	return strings.Join(names, ",")
}
