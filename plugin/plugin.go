// Package plugin is sessionlint as a module plugin of golangci-lint.
//
// In: what stands below linters.settings.custom.sessionlint.settings in
// .golangci.yml. Out: one analyzer called sessionlint. Importing the package
// registers it:
//
//	import _ "github.com/sessionlint/sessionlint/plugin"
package plugin

import (
	"fmt"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/analyzer"
)

// Name is the linter's name in .golangci.yml and in nolint comments. It is the
// analyzer's too, so that golangci-lint puts no prefix before messages.
const Name = "sessionlint"

func init() { register.Plugin(Name, New) }

// Settings are the keys below settings in .golangci.yml. They stand inline and
// not in a file: golangci-lint's cache looks at .golangci.yml and at no other.
type Settings struct {
	Policy   string `json:"policy"`
	Families string `json:"families"`
	Tests    bool   `json:"tests"`
	Library  bool   `json:"library"`
}

// New checks the settings. A key that is unknown is an error, and so is a value
// that no run could use: golangci-lint says so before it analyses anything.
func New(conf any) (register.LinterPlugin, error) {
	s, err := register.DecodeSettings[Settings](conf)
	if err != nil {
		return nil, fmt.Errorf("settings of %s: %w", Name, err)
	}
	settings := analyzer.Settings{Policy: s.Policy, Families: s.Families, Tests: s.Tests, Library: s.Library}
	if _, err := analyzer.NewEngine(settings); err != nil {
		return nil, fmt.Errorf("settings of %s: %w", Name, err)
	}
	return linter{settings}, nil
}

type linter struct{ settings analyzer.Settings }

// BuildAnalyzers makes a new analyzer: one process of golangci-lint may hold
// several configurations.
func (l linter) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	return []*analysis.Analyzer{analyzer.New(l.settings)}, nil
}

// GetLoadMode asks for types; without them there is nothing to analyse.
func (linter) GetLoadMode() string { return register.LoadModeTypesInfo }
