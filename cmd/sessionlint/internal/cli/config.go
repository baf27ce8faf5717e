package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/policy/config"
)

const configHelp = `usage: sessionlint config check [-C dir] [FILE]
       sessionlint config show [-C dir] [FILE]
       sessionlint config schema

check says what is wrong with a configuration, all at once and by place, without
loading the program; whether the symbols in it exist is seen when one runs. show
prints the settings that hold. schema prints a JSON Schema for editors.

Without FILE it is the .sessionlint.yaml of the module, or above it in the
repository.
`

const configExitHelp = `
exit status:
  0  the configuration is right, or there is none
  2  wrong usage, or a wrong configuration
  3  the result could not be written
`

func newConfigFlags(dir *string) *flag.FlagSet {
	fs := newFlagSet("config")
	fs.StringVar(dir, "C", "", "change to `dir` first")
	return fs
}

// runConfig is config check, config show and config schema.
func runConfig(args []string, env Env) int {
	if len(args) == 0 {
		return env.fail(errNoConfigCommand.of())
	}
	if isFlag(args[0]) {
		if wantsHelp(args) {
			return env.print(usage("config"))
		}
		return env.fail(errNoConfigCommand.of())
	}
	dir := ""
	fs := newConfigFlags(&dir)
	rest, err := checkFlags(fs, args[1:])
	if errors.Is(err, flag.ErrHelp) {
		return env.print(usage("config"))
	}
	if err == nil {
		err = checkPackages(rest)
	}
	if err == nil {
		err = fs.Parse(args[1:])
	}
	if err == nil {
		err = checkConfigArguments(args[0], dir, fs.Args())
	}
	if err != nil {
		return env.fail(err)
	}
	if args[0] == "schema" {
		return env.printSchema()
	}
	return env.examine(args[0], dir, fs.Arg(0))
}

func configCommands() []string { return []string{"check", "show", "schema"} }

func checkConfigArguments(command, dir string, files []string) error {
	known := configCommands()
	switch {
	case command != "check" && command != "show" && command != "schema":
		return errUnknownConfigCommand.of(command, didYouMean(command, known))
	case command == "schema" && len(files) > 0:
		return errUnwanted.of("config")
	case len(files) > 1:
		return errConfigArguments.of(files[1])
	case dir != "" && !isDir(dir):
		return errNoDir.of(dir)
	}
	return nil
}

func (env Env) printSchema() int {
	schema, err := config.Schema()
	if err != nil {
		return env.fail(err)
	}
	return env.print(string(schema))
}

// examine reads a configuration and says that it is right, or what it says.
func (env Env) examine(command, dir, file string) int {
	if dir == "" {
		dir = "."
	}
	c, err := config.Load(dir, file)
	if err == nil && c != nil {
		_, err = c.Catalog("")
	}
	if err != nil {
		return env.fail(err)
	}
	name := "no " + config.FileName + " here or above: the defaults hold"
	if c != nil {
		name = c.File
	}
	switch {
	case command == "show" && c == nil:
		return env.print("# " + name + "\n" + new(config.Config).Show())
	case command == "show":
		return env.print("# " + name + "\n" + c.Show())
	case c == nil:
		return env.print(name + "\n")
	}
	return env.print(name + " is right\n")
}

// failConfig prints what is wrong with a configuration as compilers do, so that
// editors find the places.
func (env Env) failConfig(wrong config.Problems) int {
	_, _ = io.WriteString(env.Stderr, wrong.Error()+"\n")
	_, _ = fmt.Fprintf(env.Stderr, "sessionlint: %s in the configuration; run 'sessionlint help config'\n", plural(strings.Count(wrong.Error(), "\n")+1, "error"))
	return exitUsage
}
