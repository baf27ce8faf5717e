package driver

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// listed is one package as go list prints it.
type listed struct {
	Dir        string
	ImportPath string // with " [p.test]" for a test variant
	Name       string
	ForTest    string
	Standard   bool
	DepOnly    bool
	GoFiles    []string
	CgoFiles   []string
	SFiles     []string
	Ignored    []string          `json:"IgnoredGoFiles"` // by build constraints
	TestFiles  []string          `json:"TestGoFiles"`
	XTestFiles []string          `json:"XTestGoFiles"` // of the package's _test package
	Imports    []string          // resolved: variants and vendored paths as they are listed
	ImportMap  map[string]string // from the path in the source, where that differs
	Module     *listedModule
	Error      *listedError
}

// listedFields are the names of the fields above; the go command leaves out
// the work for others.
const listedFields = "Dir,ImportPath,Name,ForTest,Standard,DepOnly,GoFiles,CgoFiles,SFiles,IgnoredGoFiles,TestGoFiles,XTestGoFiles,Imports,ImportMap,Module,Error"

type listedModule struct {
	Path      string
	Version   string
	Main      bool
	Dir       string
	GoVersion string
	Replace   *struct {
		Path    string
		Version string
		Dir     string
	}
}

type listedError struct {
	ImportStack []string
	Pos         string
	Err         string
}

// goEnv is what the driver needs to know of the go command's settings.
type goEnv struct {
	GOOS, GOARCH, GOVERSION, GOMOD, GOWORK string
}

// goCommand runs the go command in dir and hands what it prints to read while
// it runs. Its environment, and so GOFLAGS, GOWORK and the like, is that of the
// process.
func goCommand(ctx context.Context, dir string, read func(*json.Decoder) error, args ...string) error {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = dir
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return loadError("running the go command: %w", err)
	}
	switch err := cmd.Start(); {
	case err == nil:
	case ctx.Err() != nil:
		return loadError("listing packages: %w", ctx.Err())
	case errors.Is(err, exec.ErrNotFound):
		return loadError("the go command is not on the PATH: %w", err)
	default:
		return loadError("running the go command: %w", err)
	}
	readErr := read(json.NewDecoder(stdout))
	io.Copy(io.Discard, stdout) // or the command would wait for its reader
	err = cmd.Wait()
	switch {
	case ctx.Err() != nil:
		return loadError("listing packages: %w", ctx.Err())
	case err != nil && oneLine(stderr.String()) != "":
		return loadError("go %s: %s", args[0], oneLine(stderr.String()))
	case err != nil:
		return loadError("go %s: %w", args[0], err)
	case readErr != nil:
		return loadError("reading the output of go %s: %w", args[0], readErr)
	}
	return nil
}

// readAll decodes one value after the other.
func readAll[T any](each func(T)) func(*json.Decoder) error {
	return func(dec *json.Decoder) error {
		for {
			var v T
			if err := dec.Decode(&v); err == io.EOF {
				return nil
			} else if err != nil {
				return err
			}
			each(v)
		}
	}
}

// oneLine makes one sentence of what the go command complains of.
func oneLine(stderr string) string {
	var lines []string
	for line := range strings.Lines(stderr) {
		line = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(line), "go: "))
		if line == "" || strings.HasPrefix(line, "downloading ") || strings.HasPrefix(line, "#") {
			continue
		}
		lines = append(lines, strings.TrimSuffix(line, ":"))
	}
	if len(lines) > 3 {
		lines = append(lines[:3], "…")
	}
	return strings.Join(lines, ": ")
}

// goList lists the packages that the patterns match and all that they import.
func goList(ctx context.Context, c Config, dir string) ([]*listed, error) {
	args := []string{"list", "-e", "-deps", "-json=" + listedFields}
	if c.Tests {
		args = append(args, "-test")
	}
	if c.Tags != "" {
		args = append(args, "-tags="+c.Tags)
	}
	args = append(args, "--")
	args = append(args, patterns(c)...)
	var pkgs []*listed
	err := goCommand(ctx, dir, readAll(func(p *listed) { pkgs = append(pkgs, p) }), args...)
	return pkgs, err
}

func patterns(c Config) []string {
	if len(c.Patterns) == 0 {
		return []string{"./..."}
	}
	return c.Patterns
}

// readGoEnv asks for the settings that a result depends on.
func readGoEnv(ctx context.Context, dir string) (goEnv, error) {
	var env goEnv
	err := goCommand(ctx, dir, func(dec *json.Decoder) error { return dec.Decode(&env) },
		"env", "-json", "GOOS", "GOARCH", "GOVERSION", "GOMOD", "GOWORK")
	return env, err
}

// mainModule is one of the modules that are analysed.
type mainModule struct{ Path, Dir string }

// workspaceModules lists the modules of a go.work file: those that no matched
// package needs are in no package's data, and the root must not depend on the
// patterns.
func workspaceModules(ctx context.Context, dir string) ([]mainModule, error) {
	var mods []mainModule
	err := goCommand(ctx, dir, readAll(func(m listedModule) {
		if m.Main {
			mods = append(mods, mainModule{m.Path, m.Dir})
		}
	}), "list", "-m", "-json=Path,Dir,Main")
	return mods, err
}

// program is everything that the go command says of the program.
type program struct {
	dir  string // absolute, where it ran
	env  goEnv
	mods []mainModule // of a workspace only
	pkgs []*listed
}

// listProgram runs the go command. The settings are read while it lists.
func listProgram(ctx context.Context, c Config) (*program, error) {
	dir, err := filepath.Abs(c.Dir)
	if err != nil {
		return nil, loadError("finding the directory %s: %w", c.Dir, err)
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, usageError("the directory %s does not exist", dir)
	}
	p := &program{dir: dir}
	settings := make(chan error, 1)
	go func() {
		var err error
		p.env, err = readGoEnv(ctx, dir)
		if err == nil && p.env.GOWORK != "" && p.env.GOWORK != "off" {
			p.mods, err = workspaceModules(ctx, dir)
		}
		settings <- err
	}()
	p.pkgs, err = goList(ctx, c, dir)
	if envErr := <-settings; err == nil {
		err = envErr
	}
	switch {
	case err != nil && strings.Contains(err.Error(), "go.mod file not found"):
		return nil, p.noModule()
	case err != nil:
		return nil, err
	}
	return p, p.check(c)
}

// check rejects patterns that match nothing. What is wrong with a package
// that exists is no reason to stop.
func (p *program) check(c Config) error {
	matched := 0
	for _, pkg := range p.pkgs {
		if pkg.DepOnly {
			continue
		}
		hasFiles := len(pkg.GoFiles)+len(pkg.CgoFiles) > 0
		switch {
		case pkg.Error != nil && !hasFiles && pkg.Module == nil:
			return p.patternError(pkg)
		case pkg.Error != nil || hasFiles:
			matched++
		}
	}
	if matched == 0 {
		return usageError("%s matches no packages in %s", strings.Join(patterns(c), " "), p.dir)
	}
	return nil
}

// patternError explains a package that the go command made up for a pattern.
func (p *program) patternError(pkg *listed) error {
	if p.env.GOWORK == "" && (p.env.GOMOD == "" || p.env.GOMOD == os.DevNull) {
		return p.noModule()
	}
	return usageError("%s: %s", pkg.ImportPath, firstSentence(pkg.Error.Err))
}

func (p *program) noModule() error {
	return loadError("go.mod not found in %s or any parent directory: run inside a module, or name .go files", p.dir)
}
