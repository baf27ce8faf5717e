// Package plugin is sessionlint as a module plugin of golangci-lint.
//
// In: what stands below linters.settings.custom.sessionlint.settings in
// .golangci.yml. Out: one analyzer called sessionlint. Importing the package
// registers it:
//
//	import _ "github.com/sessionlint/sessionlint/plugin"
package plugin

import (
	"errors"
	"fmt"
	"maps"
	"os"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/analyzer"
	"github.com/sessionlint/sessionlint/analyzer/policy/config"
)

// Name is the linter's name in .golangci.yml and in nolint comments. It is the
// analyzer's too, so that golangci-lint puts no prefix before messages.
const Name = "sessionlint"

func init() { register.Plugin(Name, New) }

// libraryKey is the one key that a configuration file does not have: the module
// has no main package.
const libraryKey = "library"

// New checks the settings: the keys of .sessionlint.yaml, and "library". A key
// that is unknown is an error, and so is a value that no run could use:
// golangci-lint says so before it analyses anything. Settings stand inline,
// because golangci-lint's cache looks at .golangci.yml and at no other file.
func New(conf any) (register.LinterPlugin, error) {
	settings, err := decode(conf)
	if err != nil {
		return nil, fmt.Errorf("settings of %s: %w", Name, err)
	}
	if _, err := analyzer.NewEngine(settings); err != nil {
		return nil, fmt.Errorf("settings of %s: %w", Name, err)
	}
	return linter{settings}, nil
}

func decode(conf any) (analyzer.Settings, error) {
	s := analyzer.Settings{Config: "off"}
	if conf == nil {
		return s, nil
	}
	given, ok := conf.(map[string]any)
	if !ok {
		return s, fmt.Errorf("want a map of settings, not %T", conf)
	}
	keys := maps.Clone(given)
	if v, ok := keys[libraryKey]; ok {
		if s.Library, ok = v.(bool); !ok {
			return s, fmt.Errorf("%s is true or false, not %v", libraryKey, v)
		}
		delete(keys, libraryKey)
	}
	if len(keys) == 0 {
		return s, nil
	}
	c, err := config.FromMap(keys, ".golangci.yml")
	if err != nil {
		return s, err
	}
	if c.Baseline != "" {
		return s, errors.New("baseline is for the command: golangci-lint would not see the file change; it has issues.new-from-merge-base")
	}
	if c.Dir, err = os.Getwd(); err != nil {
		return s, err
	}
	s.Loaded = c
	return s, nil
}

type linter struct{ settings analyzer.Settings }

// BuildAnalyzers makes a new analyzer: one process of golangci-lint may hold
// several configurations.
func (l linter) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	return []*analysis.Analyzer{analyzer.New(l.settings)}, nil
}

// GetLoadMode asks for types; without them there is nothing to analyse.
func (linter) GetLoadMode() string { return register.LoadModeTypesInfo }
