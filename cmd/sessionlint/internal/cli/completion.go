package cli

import (
	"errors"
	"flag"
	"fmt"
	"strings"
)

const completionHelp = `usage: sessionlint completion bash|zsh|fish

Prints a script that completes commands and flags in a shell:
  source <(sessionlint completion bash)           # in ~/.bashrc
  source <(sessionlint completion zsh)            # in ~/.zshrc, after compinit
  sessionlint completion fish | source            # in config.fish
`

func shells() []string { return []string{"bash", "zsh", "fish"} }

// runCompletion prints the script of a shell.
func runCompletion(args []string, env Env) int {
	if _, err := checkFlags(newFlagSet("completion"), args); errors.Is(err, flag.ErrHelp) {
		return env.print(usage("completion"))
	} else if err != nil {
		return env.fail(err)
	}
	if len(args) == 1 {
		switch args[0] {
		case "bash":
			return env.print(bashCompletion("bash"))
		case "zsh":
			return env.print(bashCompletion("zsh"))
		case "fish":
			return env.print(fishCompletion())
		}
	}
	return env.fail(errBadShell.of())
}

// completedFlags are the flags of a command; values holds the choices of those
// that have some.
func completedFlags(command string) (flags []*flag.Flag, values map[string][]string) {
	values = map[string][]string{
		"policy": {"standard", "strict", "relaxed"}, "families": {"default", "extended"},
		"scope": {"request", "all"}, "cache": {"off"}, "baseline": {"off"}, "fail-on": {"any", "error"},
	}
	switch command {
	case "", "audit", "convert":
		values["format"] = formatNames()
	}
	if fs := flagsOf(command); fs != nil {
		fs.VisitAll(func(f *flag.Flag) { flags = append(flags, f) })
	}
	return flags, values
}

// flagsOf declares the flags of a command, or is nil for one without.
func flagsOf(command string) *flag.FlagSet {
	switch command {
	case "", "audit":
		return newFlags(command, new(options))
	case "entries":
		return newEntriesFlags(new(entriesOptions))
	case "why", "why-not":
		return newWhyFlags(command, new(whyOptions))
	case "convert":
		return newConvertFlags(new(convertOptions))
	case "graph":
		return newGraphFlags(new(graphOptions))
	case "baseline":
		return newBaselineFlags(new(options))
	case "init":
		return newInitFlags(new(options), new(bool))
	case "compare":
		return newCompareFlags(new(bool))
	case "config":
		return newConfigFlags(new(string))
	}
	return nil
}

// arguments are the words that may follow a command.
func arguments(command string) []string {
	switch command {
	case "":
		return commands()
	case "help":
		return commands()
	case "baseline":
		return baselineCommands()
	case "config":
		return configCommands()
	case "explain":
		return ruleIDs()
	case "completion":
		return shells()
	}
	return nil
}

// bashCompletion is for bash, and for zsh through its emulation of bash's.
func bashCompletion(shell string) string {
	var b strings.Builder
	if shell == "zsh" {
		b.WriteString("autoload -U +X bashcompinit && bashcompinit\n")
	}
	b.WriteString(`_sessionlint() {
	local cur=${COMP_WORDS[COMP_CWORD]} command= words=
	COMPREPLY=()
	# Some shells split words at the equals sign.
	if [ "$cur" = "=" ]; then cur=; fi
	local flag=${COMP_WORDS[COMP_CWORD-1]}
	if [ "$flag" = "=" ]; then flag=${COMP_WORDS[COMP_CWORD-2]}; fi
	if [ "$COMP_CWORD" -gt 1 ]; then command=${COMP_WORDS[1]}; fi
	case $command in -*) command= ;; esac
	case "$command $flag" in
`)
	all := append([]string{""}, commands()...)
	for _, c := range all {
		flags, values := completedFlags(c)
		for _, f := range flags {
			if v := values[f.Name]; v != nil {
				fmt.Fprintf(&b, "\t'%s -%s') words='%s' ;;\n", c, f.Name, strings.Join(v, " "))
			}
		}
	}
	b.WriteString("\tesac\n\tif [ -z \"$words\" ]; then\n\t\tcase $command in\n")
	for _, c := range all {
		flags, _ := completedFlags(c)
		var words []string
		for _, f := range flags {
			words = append(words, "-"+f.Name)
		}
		fmt.Fprintf(&b, "\t\t'%s') words='%s' ;;\n", c, strings.Join(append(words, arguments(c)...), " "))
	}
	b.WriteString(`		esac
	fi
	COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _sessionlint sessionlint
`)
	return b.String()
}

func fishCompletion() string {
	var b strings.Builder
	list := strings.Join(commands(), " ")
	fmt.Fprintf(&b, "complete -c sessionlint -n '__fish_use_subcommand' -a '%s'\n", list)
	for _, c := range append([]string{""}, commands()...) {
		when := "__fish_seen_subcommand_from " + c
		if c == "" {
			when = "not __fish_seen_subcommand_from " + list
		} else if words := arguments(c); words != nil {
			fmt.Fprintf(&b, "complete -c sessionlint -f -n '%s' -a '%s'\n", when, strings.Join(words, " "))
		}
		flags, values := completedFlags(c)
		for _, f := range flags {
			fmt.Fprintf(&b, "complete -c sessionlint -n '%s' -o %s", when, f.Name)
			if !isBool(f) {
				b.WriteString(" -r")
			}
			if v := values[f.Name]; v != nil {
				fmt.Fprintf(&b, " -a '%s'", strings.Join(v, " "))
			}
			_, text := flag.UnquoteUsage(f)
			first, _, _ := strings.Cut(text, "\n")
			fmt.Fprintf(&b, " -d '%s'\n", strings.ReplaceAll(first, "'", `\'`))
		}
	}
	return b.String()
}
