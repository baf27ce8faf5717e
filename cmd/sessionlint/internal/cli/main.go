package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"slices"
	"time"

	"github.com/sessionlint/sessionlint/analyzer/policy/config"
)

// Env is what a run takes from its surroundings.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	StdoutTerminal bool
	StdoutWidth    int // columns of the terminal, 0 when unknown
	StderrTerminal bool
	Getenv         func(string) string
	Now            func() time.Time
}

// Main runs the command in this process and returns its exit status. For go
// vet it may not return.
func Main(args []string) int {
	e := realEngine()
	if spokenToByVet(args) {
		e.Vet()
		return exitClean
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	return Run(ctx, args, processEnv(), e)
}

func processEnv() Env {
	return Env{
		Stdin:  os.Stdin,
		Stdout: os.Stdout, StdoutTerminal: isTerminal(os.Stdout), StdoutWidth: terminalWidth(os.Stdout),
		Stderr: os.Stderr, StderrTerminal: isTerminal(os.Stderr),
		Getenv: os.Getenv,
		Now:    time.Now,
	}
}

// Run carries out one command line.
func Run(ctx context.Context, args []string, env Env, e Engine) int {
	name, args, err := splitCommand(args)
	if err != nil {
		return env.fail(err)
	}
	switch name {
	case "version":
		return runVersion(args, env)
	case "help":
		return runHelp(args, env)
	case "convert":
		return runConvert(args, env)
	case "graph":
		return runGraph(ctx, args, env, e)
	case "compare":
		return runCompare(args, env)
	case "baseline":
		return runBaseline(ctx, args, env, e)
	case "init":
		return runInit(ctx, args, env, e)
	case "config":
		return runConfig(args, env)
	case "explain":
		return runExplain(args, env)
	case "completion":
		return runCompletion(args, env)
	case "why", "why-not":
		return runWhy(ctx, name, args, env, e)
	case "entries":
		return runEntries(ctx, args, env, e)
	}
	return runAnalysis(ctx, name, args, env, e)
}

// splitCommand takes the command off the arguments; "" is the plain run. A bare
// word in first place is a command and not a package, because a mistyped
// command would otherwise be answered with an error about a package.
func splitCommand(args []string) (string, []string, error) {
	if len(args) == 0 || !isBareWord(args[0]) {
		return "", args, nil
	}
	name := args[0]
	if !slices.Contains(commands(), name) {
		return "", nil, errUnknownCommand.of(name, didYouMean(name, commands()), andList(commands()), name)
	}
	return name, args[1:], nil
}

func commands() []string {
	return []string{"audit", "entries", "why", "why-not", "convert", "graph", "compare", "baseline", "init", "config", "explain", "completion", "version", "help"}
}

// isBareWord: letters, digits and dashes only, so neither a flag nor a path
// nor an import path with a dot or a slash.
func isBareWord(s string) bool {
	for i, c := range s {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '_':
		case c == '-' && i > 0:
		default:
			return false
		}
	}
	return s != ""
}

// fail prints the error and returns its exit status.
func (env Env) fail(err error) int {
	if wrong, ok := errors.AsType[config.Problems](err); ok {
		return env.failConfig(wrong)
	}
	p := asProblem(err)
	if p.text != "" {
		// A failure to write here has nowhere to be reported to.
		_, _ = io.WriteString(env.Stderr, "sessionlint: "+p.text+"\n")
	}
	return p.code
}
