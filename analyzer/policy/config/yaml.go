package config

import (
	"strings"

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
			ps.add(convert(doc.Body, &problems{}).at, "a second document begins here: write all keys in one, without ---")
			return nil
		}
		body = doc.Body
	}
	if body == nil {
		return nil
	}
	return convert(body, ps)
}

// acceptable looks at the tokens before the parser, which recurses, sees them.
func acceptable(tokens token.Tokens, ps *problems) bool {
	before := len(ps.list)
	depth, line, inLine := 0, 0, 0
	for _, t := range tokens {
		if t.Position.Line != line {
			line, inLine = t.Position.Line, 0
		}
		if wrong := refused(t.Type); wrong != "" {
			ps.add(placeOf(t), "%s", wrong)
		}
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			depth++
		case token.SequenceEndType, token.MappingEndType:
			depth--
		case token.SequenceEntryType, token.MappingKeyType, token.MappingValueType:
			inLine++
		}
		if depth > maxNesting || inLine > maxNesting && depth == 0 || t.Position.IndentNum > 8*maxNesting {
			ps.add(placeOf(t), "values are nested deeper than any that a configuration has")
			break
		}
	}
	return len(ps.list) == before
}

// refused says what to do instead of what a configuration does not need.
func refused(t token.Type) string {
	switch t {
	case token.AnchorType:
		return "anchors are not read in a configuration: write the value out, or put a text that begins with & in quotes"
	case token.AliasType:
		return "aliases are not read in a configuration: write the value out, or put a text that begins with * in quotes"
	case token.MergeKeyType:
		return "merges are not read in a configuration: write the keys out"
	case token.TagType:
		return "tags are not read in a configuration: leave it out, or put a text that begins with ! in quotes"
	case token.DirectiveType:
		return "YAML directives are not read in a configuration: leave this line out"
	}
	return ""
}

func placeOf(t *token.Token) Place {
	if t == nil || t.Position == nil {
		return Place{Line: 1, Column: 1}
	}
	return Place{Line: max(t.Position.Line, 1), Column: max(t.Position.Column, 1)}
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
