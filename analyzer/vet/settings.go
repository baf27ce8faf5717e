package vet

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer"
	"github.com/sessionlint/sessionlint/analyzer/policy/config"
)

// The go command keys its cache by the tool's identity and flags, not by what
// the tool reads beside. A changed configuration must change one of the two, or
// old findings come back. So the identity holds the content of every
// configuration that is found without being named, and a file that a flag names
// is named together with its digest.

// withConfigs adds to an identity the configurations that can hold for packages
// which a go command in this directory analyses: -V=full runs there.
func withConfigs(identity string) string {
	dir, err := os.Getwd()
	if err != nil {
		return identity
	}
	files := config.Known(dir)
	if named := os.Getenv(config.Variable); named != "" {
		files = append(files, named)
	}
	if len(files) == 0 {
		return identity
	}
	h := sha256.New()
	fmt.Fprintln(h, identity)
	for _, file := range files {
		text, err := os.ReadFile(file)
		fmt.Fprintf(h, "%s %d %v\n", file, len(text), err)
		h.Write(text)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// engine is the analysis with the configuration that holds for the package. The
// process runs in the package's directory, so a file is looked for from there;
// for packages of other modules, theirs is not asked.
func (c *vetConfig) engine(s analyzer.Settings) (*analyzer.Engine, error) {
	conf, err := c.configuration(s.Config)
	if err == nil {
		s.Config, s.Loaded = config.Off, conf
		var e *analyzer.Engine
		if e, err = analyzer.NewEngine(s); err == nil {
			return e, nil
		}
	}
	if c.own() {
		return nil, err
	}
	// The user's own packages say it. Here it would be said for each package of
	// the standard library.
	return analyzer.NewEngine(analyzer.Settings{Config: config.Off})
}

// configuration reads what the flag names, or looks for a file.
func (c *vetConfig) configuration(named string) (*config.Config, error) {
	variable := os.Getenv(config.Variable)
	switch {
	case named == config.Off || named == "" && variable == config.Off:
		return nil, nil
	case named == "" && variable != "":
		if !filepath.IsAbs(variable) {
			return nil, fmt.Errorf("%s=%s is relative: go vet runs in the folder of each package, so name an absolute path", config.Variable, variable)
		}
		return config.ReadFile(variable, variable)
	case named == "":
		found := ""
		if c.own() {
			found = config.Find(c.Dir)
		}
		if found == "" {
			return nil, nil
		}
		return config.ReadFile(found, found)
	}
	file, digest, _ := strings.Cut(named, "#")
	if !filepath.IsAbs(file) {
		return nil, fmt.Errorf("-sessionlint.config=%s is relative: go vet runs in the folder of each package, so name an absolute path", named)
	}
	conf, err := config.ReadFile(file, file)
	if err != nil {
		return nil, err
	}
	if file == config.Find(c.Dir) && c.own() {
		return conf, nil // part of the identity
	}
	if want := conf.Digest()[:12]; digest != want && c.own() {
		return nil, fmt.Errorf("go vet would not see a change of %s: write -sessionlint.config=%s#%s, or name the file in the variable %s", file, file, want, config.Variable)
	}
	return conf, nil
}
