package summary

import (
	"go/ast"
	"go/types"
	"regexp"
	"strings"
)

// Directive is an approval in a comment:
//
//	//sessionlint:provider REASON       on a function that hands out sessions
//	//sessionlint:background REASON     on a function that runs apart from requests
//	//sessionlint:allow SL103 REASON    on a line, the line above it, or a function
//	//nolint:sessionlint                as golangci-lint reads it
//
// It covers lines From to To of its file; Func is the function in whose
// documentation it stands.
type Directive struct {
	Verb     Str // "provider", "background", "allow" or "nolint"
	Rules    []Str
	Reason   Str
	Pos      Pos
	From, To uint32
	Func     Str
	Bad      Str // what is wrong with it, for the user; it approves nothing then
}

const directivePrefix = "//sessionlint:"

// nolintRE is golangci-lint's form: //nolint or //nolint:a,b, with or without a
// space, and an explanation behind //.
var nolintRE = regexp.MustCompile(`^// ?nolint(:([\w\-, ]+))?(\s|$|//)`)

// spacedDirective is a directive that gofmt takes for prose.
var spacedDirective = regexp.MustCompile(`^// sessionlint:(provider|background|allow)\b`)

// directives reads the comments of all files.
func (b *builder) directives() {
	for _, f := range b.in.Files {
		code := b.codeLines(f)
		for _, g := range f.Comments {
			for _, c := range g.List {
				b.directive(f, g, c, code)
			}
		}
	}
}

// codeLines are the lines of a file on which code begins or ends: a comment on
// such a line belongs to it, one on a line of its own to the next.
func (b *builder) codeLines(f *ast.File) map[uint32]bool {
	lines := map[uint32]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n.(type) {
		case nil, *ast.File, *ast.Comment, *ast.CommentGroup:
			return true
		}
		lines[b.pos(n.Pos()).Line] = true
		lines[b.pos(n.End()-1).Line] = true
		return true
	})
	return lines
}

func (b *builder) directive(f *ast.File, g *ast.CommentGroup, c *ast.Comment, code map[uint32]bool) {
	d := Directive{Pos: b.pos(c.Pos())}
	text, ok := strings.CutPrefix(c.Text, directivePrefix)
	switch {
	case ok:
		b.parseDirective(&d, text)
	case spacedDirective.MatchString(c.Text):
		d.Bad = b.str("a directive has no space after the slashes: write " + directivePrefix)
	default:
		m := nolintRE.FindStringSubmatch(c.Text)
		if m == nil || m[2] != "" && !namesUs(m[2]) {
			return
		}
		d.Verb = b.str("nolint")
	}
	d.From = d.Pos.Line
	if !code[d.From] {
		d.From = b.pos(g.End()).Line + 1 // the line below the comment
	}
	d.To = d.From
	b.cover(f, g, &d)
	if d.Bad == 0 && d.Func == 0 && (b.out.Strings[d.Verb] == "provider" || b.out.Strings[d.Verb] == "background") {
		d.Bad = b.str(b.out.Strings[d.Verb] + " belongs in the documentation of a function")
	}
	b.out.Directives = append(b.out.Directives, d)
}

func namesUs(list string) bool {
	for name := range strings.SplitSeq(list, ",") {
		if name = strings.TrimSpace(name); name == "sessionlint" || name == "all" {
			return true
		}
	}
	return false
}

// cover widens a directive to the function that it stands on, or to the file
// when it stands above the package clause.
func (b *builder) cover(f *ast.File, g *ast.CommentGroup, d *Directive) {
	nolint := b.out.Strings[d.Verb] == "nolint"
	if nolint && g.End() < f.Package {
		d.From, d.To = 1, ^uint32(0)
		return
	}
	for _, decl := range f.Decls {
		fd, ok := decl.(*ast.FuncDecl)
		if !ok {
			continue
		}
		first := b.pos(fd.Pos()).Line
		if fd.Doc == g || d.From == first {
			d.From, d.To = first, b.pos(fd.End()).Line
			if o, ok := b.in.Info.Defs[fd.Name].(*types.Func); ok {
				d.Func = b.str(b.symbolOf(o))
			}
			return
		}
	}
}

// parseDirective reads what stands behind "//sessionlint:".
func (b *builder) parseDirective(d *Directive, text string) {
	verb, rest, _ := strings.Cut(text, " ")
	rest = strings.TrimSpace(rest)
	d.Verb = b.str(verb)
	switch verb {
	case "provider", "background":
	case "allow":
		var rules string
		rules, rest, _ = strings.Cut(rest, " ")
		for id := range strings.SplitSeq(rules, ",") {
			if id != "" {
				d.Rules = append(d.Rules, b.str(id))
			}
		}
		if len(d.Rules) == 0 {
			d.Bad = b.str("allow needs a rule and a reason: //sessionlint:allow SL103 why it is right")
			return
		}
	default:
		d.Bad = b.str("unknown directive " + verb + ": want provider, background or allow")
		return
	}
	if rest = strings.TrimSpace(rest); rest == "" {
		d.Bad = b.str(verb + " needs a reason")
		return
	}
	d.Reason = b.str(rest)
}
