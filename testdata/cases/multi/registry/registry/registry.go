// Package registry keeps plugins by name.
package registry

// Plugin does something for a request.
type Plugin interface{ Do(arg string) error }

var plugins = map[string]Plugin{}

// Register adds a plugin.
func Register(name string, p Plugin) { plugins[name] = p }

// Get finds a plugin.
func Get(name string) (Plugin, bool) { p, ok := plugins[name]; return p, ok }
