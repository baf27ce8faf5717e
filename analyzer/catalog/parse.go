package catalog

import (
	"errors"
	"fmt"
	"maps"
	"strings"
)

// block is one family or framework as written.
type block struct {
	file     string
	line     int
	about    string   // the comment behind its head
	checked  []string // module@version whose API was read
	family   string   // set for a family
	extended bool
	own      bool              // of a configuration
	name     string            // set for a framework
	paths    map[string]string // short name → import path
	scanned  []string          // paths of "package" rows
	also     []map[string]string
	rows     []row
}

// imports are the meanings of the names in the rows, each to be read in turn.
func (bl *block) imports() []map[string]string {
	return append([]map[string]string{bl.paths}, bl.also...)
}

// row is one line below a block's head. Its words are taken apart when the row
// is filed: most programs need few of the rows.
type row struct {
	line  int
	word  string
	rest  string // what stands behind the word
	above string // comment lines right above, as written
	note  string // the comment behind it
	args  []string
}

// words takes the row apart.
func (r row) words() row {
	r.args = splitArgs(r.rest)
	if r.note == "" && r.above != "" {
		r.note = plain(r.above)
	}
	return r
}

// plain is the text of comment lines.
func plain(comment string) string {
	lines := strings.Split(strings.TrimSuffix(comment, "\n"), "\n")
	for i, line := range lines {
		_, line, _ = strings.Cut(line, "#")
		lines[i] = strings.TrimSpace(line)
	}
	return strings.Join(lines, " ")
}

// fileParser collects blocks and every error of a file.
type fileParser struct {
	file   string
	line   int
	blocks []*block
	errs   []error
	above  string // comment lines right above
}

func (p *fileParser) errorf(format string, args ...any) {
	p.errs = append(p.errs, lineError(p.file, p.line, format, args...))
}

func lineError(file string, line int, format string, args ...any) error {
	return &LineError{file, line, fmt.Sprintf(format, args...)}
}

// LineError is what is wrong with one line of data.
type LineError struct {
	File string
	Line int
	Text string
}

func (e *LineError) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Text) }

// parse reads one file of data. The error joins one error per bad line.
func parse(file, text string) ([]*block, error) {
	p := &fileParser{file: file}
	fresh := false // the comment above belongs to the rows below it
	from := 0      // where that comment begins
	for at := 0; at < len(text); {
		start := at
		line, _, _ := strings.Cut(text[at:], "\n")
		at = min(at+len(line)+1, len(text))
		p.line++
		code, comment, commented := strings.Cut(line, "#")
		code, comment = strings.TrimSpace(code), strings.TrimSpace(comment)
		switch {
		case code != "":
			p.row(code, comment)
			fresh = true
		case !commented:
			p.above = ""
		default:
			if fresh || p.above == "" {
				from = start
			}
			p.above = text[from:at]
			fresh = false
		}
	}
	return p.blocks, errors.Join(p.errs...)
}

// row files one line that says something.
func (p *fileParser) row(code, comment string) {
	word, rest, _ := strings.Cut(code, " ")
	rest = strings.TrimSpace(rest)
	switch word {
	case "family", "framework":
		p.head(word, rest)
		p.blocks[len(p.blocks)-1].about = comment
		return
	}
	if len(p.blocks) == 0 {
		p.errorf("%q stands before any family or framework", word)
		return
	}
	b := p.blocks[len(p.blocks)-1]
	switch word {
	case "checked":
		if rest == "" {
			p.errorf("checked needs a module@version")
		}
		b.checked = append(b.checked, rest)
	case "import", "package":
		p.imports(b, word, rest)
	case "also":
		p.also(b, rest)
	default:
		if !knownWord(word) {
			p.errorf("unknown keyword %q", word)
			return
		}
		b.rows = append(b.rows, row{line: p.line, word: word, rest: rest, above: p.above, note: comment})
	}
}

// knownWord separates a misspelt keyword from a wrong row, which is found later.
func knownWord(word string) bool {
	switch word {
	case "pool", "conn", "session", "checkout", "tx", "query", "cheap", "shape",
		"register", "wire", "inherit", "once", "field", "handler", "middleware", "signature", "glue", "param",
		"interface", "embedded", "streams", "sends", "waits", "loop", "detach", "startup", "next", "ends", "generated", "remove", "sessiontype", "idempotent", "failing", "untildone", "either", "filled":
		return true
	}
	return false
}

func (p *fileParser) head(word, rest string) {
	b := &block{file: p.file, line: p.line, paths: map[string]string{}}
	p.blocks = append(p.blocks, b)
	if word == "framework" {
		if b.name = rest; rest == "" {
			p.errorf("framework needs a name")
		}
		return
	}
	i := strings.LastIndexByte(rest, ' ')
	if i < 0 {
		p.errorf("family needs a name and a set, default or extended")
		return
	}
	name, set := strings.TrimSpace(rest[:i]), rest[i+1:]
	switch set {
	case "default":
	case "extended":
		b.extended = true
	default:
		p.errorf("unknown set %q, want default or extended", set)
	}
	if strings.Contains(name, ",") { // the option that selects families separates them by commas
		p.errorf("family name %q has a comma", name)
	}
	b.family = name
}

func (p *fileParser) imports(b *block, word, rest string) {
	f := strings.Fields(rest)
	if len(f) != 2 {
		p.errorf("%s needs a name and a path", word)
		return
	}
	if old, ok := b.paths[f[0]]; ok {
		p.errorf("name %s is %s already", f[0], old)
		return
	}
	b.paths[f[0]] = f[1]
	if word == "package" {
		b.scanned = append(b.scanned, f[0])
	}
}

func (p *fileParser) also(b *block, rest string) {
	paths := maps.Clone(b.paths)
	for _, f := range strings.Fields(rest) {
		name, path, ok := strings.Cut(f, "=")
		if _, known := b.paths[name]; !ok || !known || path == "" {
			p.errorf("also wants NAME=PATH with a name declared above, not %q", f)
			return
		}
		paths[name] = path
	}
	b.also = append(b.also, paths)
}

// splitArgs splits at spaces, but keeps a func(...) type in one piece.
func splitArgs(s string) []string {
	if i := strings.Index(s, "func("); i >= 0 && (i == 0 || s[i-1] == ' ') {
		return append(strings.Fields(s[:i]), s[i:])
	}
	return strings.Fields(s)
}

// ref is a symbol: the package and the name below it, "(*DB).Begin" or "Open".
type ref struct{ path, name string }

// full is the canonical name.
func (r ref) full() string {
	if open, rest, ok := strings.Cut(r.name, ")"); ok {
		star := ""
		open = open[1:]
		if strings.HasPrefix(open, "*") {
			star, open = "*", open[1:]
		}
		return "(" + star + r.path + "." + open + ")" + rest
	}
	return r.path + "." + r.name
}

// bare is the method or function name alone.
func (r ref) bare() string { return r.name[strings.LastIndexByte(r.name, '.')+1:] }

// symbols resolves a list such as (*sql.DB).Begin,BeginTx,sql.Open.
func symbols(list string, paths map[string]string) ([]ref, error) {
	var refs []ref
	prev := ""
	for item := range strings.SplitSeq(list, ",") {
		dot := strings.LastIndexByte(item, '.')
		if dot < 0 && prev == "" || item == "" {
			return nil, fmt.Errorf("%q is not a symbol", item)
		}
		if dot >= 0 {
			prev, item = item[:dot], item[dot+1:]
		}
		r, err := symbol(prev, item, paths)
		if err != nil {
			return nil, err
		}
		refs = append(refs, r)
	}
	return refs, nil
}

// symbol resolves what stands before the last dot and the name after it.
func symbol(owner, name string, paths map[string]string) (ref, error) {
	if name == "" {
		return ref{}, fmt.Errorf("%q is not a symbol", owner+"."+name)
	}
	inner, method := strings.CutPrefix(owner, "(")
	if !method {
		path, ok := paths[owner]
		if !ok {
			return ref{}, fmt.Errorf("package %s is not imported", owner)
		}
		return ref{path, name}, nil
	}
	inner, closed := strings.CutSuffix(inner, ")")
	star := ""
	if strings.HasPrefix(inner, "*") {
		star, inner = "*", inner[1:]
	}
	pkg, typ, ok := strings.Cut(inner, ".")
	if !closed || !ok || typ == "" {
		return ref{}, fmt.Errorf("%q is not a receiver", owner)
	}
	path, ok := paths[pkg]
	if !ok {
		return ref{}, fmt.Errorf("package %s is not imported", pkg)
	}
	return ref{path, "(" + star + typ + ")." + name}, nil
}
