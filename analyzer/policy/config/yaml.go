package config

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// Limits that no configuration written by people comes near, and that keep a
// hostile file from costing more than a message.
const (
	maxBytes   = 256 << 10
	maxNesting = 64
)

// readYAML reads the subset of YAML that a configuration needs: one document,
// without anchors, aliases, merges and tags, which would let a few lines stand
// for millions. It returns nil for an empty document.
func readYAML(text []byte, ps *problems) (root *node) {
	text, ok := plainText(text, ps)
	if !ok {
		return nil
	}
	defer func() {
		if cause := recover(); cause != nil {
			root = nil
			ps.add(Place{Line: 1, Column: 1}, "this is not YAML that can be read: %v", cause)
		}
	}()
	tokens := lexer.Tokenize(string(text))
	if !acceptable(tokens, ps) {
		return nil
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		ps.add(syntaxPlace(err), "%s", syntaxText(err))
		return nil
	}
	var body ast.Node
	for _, doc := range file.Docs {
		if doc.Body == nil || doc.Body.Type() == ast.CommentType {
			continue
		}
		if body != nil {
			ps.add(placeOf(doc.Body.GetToken()), "a second document begins here: a configuration is one document")
			return nil
		}
		body = doc.Body
	}
	if body == nil {
		return nil
	}
	return convert(body, ps)
}

// plainText rejects what is no text and evens out byte order marks and line ends.
func plainText(text []byte, ps *problems) ([]byte, bool) {
	start := Place{Line: 1, Column: 1}
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	switch {
	case len(text) > maxBytes:
		ps.add(start, "the file has %d bytes, more than the %d that a configuration may have", len(text), maxBytes)
		return nil, false
	case !utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0:
		ps.add(start, "the file is not text in UTF-8")
		return nil, false
	}
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	if at := bytes.IndexFunc(text, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' }); at >= 0 {
		ps.add(placeAt(text, at), "there is a control character")
		return nil, false
	}
	for at, line := 0, 1; at < len(text); line++ {
		rest := text[at:]
		end := bytes.IndexByte(rest, '\n')
		if end < 0 {
			end = len(rest)
		}
		indent := rest[:len(rest[:end])-len(bytes.TrimLeft(rest[:end], " \t"))]
		if tab := bytes.IndexByte(indent, '\t'); tab >= 0 && len(indent) < end {
			ps.add(Place{Line: line, Column: tab + 1}, "a tab stands where YAML wants spaces")
			return nil, false
		}
		at += end + 1
	}
	return text, true
}

func placeAt(text []byte, offset int) Place {
	before := text[:offset]
	return Place{Line: 1 + bytes.Count(before, []byte("\n")), Column: offset - bytes.LastIndexByte(before, '\n')}
}

// acceptable looks at the tokens before the parser, which recurses, sees them.
func acceptable(tokens token.Tokens, ps *problems) bool {
	depth, line, inLine := 0, 0, 0
	for _, t := range tokens {
		if t.Position.Line != line {
			line, inLine = t.Position.Line, 0
		}
		switch t.Type {
		case token.AnchorType, token.AliasType, token.MergeKeyType:
			ps.add(placeOf(t), "anchors and aliases are not read in a configuration: write the value out")
			return false
		case token.TagType:
			ps.add(placeOf(t), "tags are not read in a configuration")
			return false
		case token.DirectiveType:
			ps.add(placeOf(t), "YAML directives are not read in a configuration")
			return false
		case token.SequenceStartType, token.MappingStartType:
			depth++
		case token.SequenceEndType, token.MappingEndType:
			depth--
		case token.SequenceEntryType, token.MappingKeyType, token.MappingValueType:
			inLine++
		}
		if depth > maxNesting || inLine > maxNesting && depth == 0 || t.Position.IndentNum > 8*maxNesting {
			ps.add(placeOf(t), "values are nested too deeply")
			return false
		}
	}
	return true
}

func placeOf(t *token.Token) Place {
	if t == nil || t.Position == nil {
		return Place{Line: 1, Column: 1}
	}
	return Place{Line: max(t.Position.Line, 1), Column: max(t.Position.Column, 1)}
}

func syntaxPlace(err error) Place {
	var at yaml.Error
	if errors.As(err, &at) {
		return placeOf(at.GetToken())
	}
	return Place{Line: 1, Column: 1}
}

// syntaxText is the parser's complaint without its picture of the source.
func syntaxText(err error) string {
	text := err.Error()
	var at yaml.Error
	if errors.As(err, &at) {
		text = at.GetMessage()
	}
	text, _, _ = strings.Cut(text, "\n")
	return "this is not YAML: " + text
}

// convert turns the parser's tree into nodes.
func convert(n ast.Node, ps *problems) *node {
	out := &node{at: placeOf(n.GetToken())}
	switch n := n.(type) {
	case *ast.StringNode:
		out.text = n.Value
	case *ast.LiteralNode:
		out.text = strings.TrimSuffix(n.Value.Value, "\n")
	case *ast.BoolNode:
		out.kind, out.text = boolNode, n.Token.Value
	case *ast.NullNode:
		out.kind = nullNode
	case *ast.IntegerNode, *ast.FloatNode, *ast.InfinityNode, *ast.NanNode:
		out.kind, out.text = numberNode, n.GetToken().Value
	case *ast.SequenceNode:
		out.kind = listNode
		for _, v := range n.Values {
			out.items = append(out.items, convert(v, ps))
		}
	case *ast.MappingNode:
		out.kind = mapNode
		for _, v := range n.Values {
			out.pairs = append(out.pairs, convertPair(v, ps))
		}
		if !n.IsFlowStyle && len(out.pairs) > 0 {
			out.at = out.pairs[0].at
		}
	case *ast.MappingValueNode:
		out.kind = mapNode
		out.pairs = []pair{convertPair(n, ps)}
		out.at = out.pairs[0].at
	default:
		ps.add(out.at, "a %s is not read in a configuration", strings.ToLower(n.Type().String()))
		out.kind = nullNode
	}
	return out
}

func convertPair(v *ast.MappingValueNode, ps *problems) pair {
	at := placeOf(v.Key.GetToken())
	p := pair{at: at, value: convert(v.Value, ps)}
	switch key := v.Key.(type) {
	case *ast.StringNode:
		p.name = key.Value
	case ast.ScalarNode:
		p.name = key.GetToken().Value
	default:
		ps.add(at, "a key must be plain text")
	}
	if p.value.kind == nullNode {
		p.value.at = at
	}
	return p
}
