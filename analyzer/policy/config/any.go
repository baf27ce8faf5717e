package config

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// fromAny turns values as encoding/json or a YAML library makes them into nodes.
func fromAny(v any, path string, ps *problems) *node {
	n := &node{at: Place{Path: path}}
	switch v := v.(type) {
	case nil:
		n.kind = nullNode
	case string:
		n.text = v
	case bool:
		n.kind, n.text = boolNode, strconv.FormatBool(v)
	case json.Number:
		n.kind, n.text = numberNode, v.String()
	case int, int64, uint64:
		n.kind, n.text = numberNode, fmt.Sprint(v)
	case float64:
		n.kind, n.text = numberNode, strconv.FormatFloat(v, 'f', -1, 64)
	case []string:
		n.kind = listNode
		for i, s := range v {
			n.items = append(n.items, fromAny(s, index(path, i), ps))
		}
	case []any:
		n.kind = listNode
		for i, item := range v {
			n.items = append(n.items, fromAny(item, index(path, i), ps))
		}
	case map[string]any:
		n.kind = mapNode
		for _, name := range slices.Sorted(maps.Keys(v)) {
			at := below(path, name)
			n.pairs = append(n.pairs, pair{name, Place{Path: at}, fromAny(v[name], at, ps)})
		}
	case map[any]any:
		byName := map[string]any{}
		for key, value := range v {
			byName[fmt.Sprint(key)] = value
		}
		return fromAny(byName, path, ps)
	default:
		n.kind = nullNode
		ps.add(n.at, "a value of Go type %T is not read in a configuration", v)
	}
	return n
}

func below(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

func index(path string, i int) string { return fmt.Sprintf("%s[%d]", path, i) }
