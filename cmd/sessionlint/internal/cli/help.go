package cli

import (
	"errors"
	"flag"
	"fmt"
	"strings"
)

// runHelp prints the help of a command, or the overview.
func runHelp(args []string, env Env) int {
	switch {
	case wantsHelp(args):
		return env.print(usage("help"))
	case len(args) == 0:
		return env.print(usage(""))
	case len(args) > 1:
		return env.fail(errUnknownTopic.of(strings.Join(args, " "), ""))
	}
	text := usage(args[0])
	if text == "" {
		return env.fail(errUnknownTopic.of(args[0], didYouMean(args[0], commands())))
	}
	return env.print(text)
}

// usage is the help text of a command; "" is the plain run and the overview.
// It is empty for an unknown command.
func usage(command string) string {
	switch command {
	case "":
		return overview + flagHelp(newFlags("", new(options))) + exitHelp
	case "audit":
		return auditHelp + flagHelp(newFlags("audit", new(options))) + exitHelp
	case "entries":
		return entriesHelp + flagHelp(newEntriesFlags(new(entriesOptions))) + answerExitHelp
	case "why":
		return whyHelp + flagHelp(newWhyFlags("why", new(whyOptions))) + answerExitHelp
	case "why-not":
		return whyNotHelp + flagHelp(newWhyFlags("why-not", new(whyOptions))) + answerExitHelp
	case "convert":
		return convertHelp + flagHelp(newConvertFlags(new(convertOptions))) + convertExitHelp
	case "graph":
		return graphHelp + flagHelp(newGraphFlags(new(graphOptions))) + graphExitHelp
	case "init":
		return initHelp + flagHelp(newInitFlags(new(options), new(bool))) + initExitHelp
	case "baseline":
		return baselineHelp + flagHelp(newBaselineFlags(new(options))) + baselineExitHelp
	case "compare":
		return compareHelp + flagHelp(newCompareFlags(new(bool))) + compareExitHelp
	case "config":
		return configHelp + flagHelp(newConfigFlags(new(string))) + configExitHelp
	case "explain":
		return explainHelp
	case "completion":
		return completionHelp
	case "version":
		return "usage: sessionlint version\n\nPrints the version of sessionlint and of the Go that built it.\n"
	case "help":
		return "usage: sessionlint help [command]\n\nPrints what a command does and its flags.\n"
	}
	return ""
}

const overview = `sessionlint reports code that can acquire a database session, connection or
pool while a request or a stream is being served, with the call path to it.

usage:
  sessionlint [flags] [packages]        report findings
  sessionlint audit [flags] [packages]  report every acquisition and its verdict
  sessionlint entries [packages]        list entry points and their sessions
  sessionlint why PLACE [packages]      say which entry points reach a place
  sessionlint why-not PLACE [packages]  say why a place is not reported
  sessionlint convert -from FILE        print a JSON report in another format
  sessionlint graph [flags] [packages]  draw what an entry point acquires
  sessionlint compare OLD NEW           say what changed between two audits
  sessionlint init [packages]           write first settings and a baseline
  sessionlint baseline write|check      keep known findings apart
  sessionlint config check              check the settings; also show, schema
  sessionlint explain [RULE]            print what a rule is about
  sessionlint completion SHELL          print a completion script
  sessionlint version                   print the version
  sessionlint help [command]            print help

Packages are patterns as the go command takes them, ./... by default. Flags
stand before the packages. It is also a tool for go vet:
  go vet -vettool=$(which sessionlint) ./...
`

const auditHelp = `usage: sessionlint audit [flags] [packages]

Reports what was searched, every place that acquires a session, connection or
pool with a verdict and its reason, the findings, and a conclusion.

Packages are patterns as the go command takes them, ./... by default. Flags
stand before the packages.
`

const convertHelp = `usage: sessionlint convert -from FILE [-format FORMAT]

Prints a report that -format=json wrote in any format, as the run that wrote it
would have done. Nothing is analysed.
`

const convertExitHelp = `
exit status:
  0  the report was printed, whatever it says
  2  wrong usage, or no report
  3  the result could not be written
`

const graphHelp = `usage: sessionlint graph [flags] [packages]

Draws the call paths from entry points to what they acquire: of one entry point
(-entry), to one acquisition (-at), or all of them. One path is drawn for each
acquisition, the shortest.

Packages are patterns as the go command takes them, ./... by default. Flags
stand before the packages.
`

const graphExitHelp = `
exit status:
  0  the drawing was printed
  2  wrong usage, or nothing to draw
  3  the program could not be loaded, or the result not written
`

const compareHelp = `usage: sessionlint compare [-v] OLD.json NEW.json

Prints, as a pull-request comment in Markdown, which acquisitions were added,
removed or moved, which verdicts changed, and which approvals were added,
removed or changed (reason, owner, until), between two reports that
'sessionlint audit -format=json' wrote. One of them may be - for standard input.
An approval is a decision, and does not change the exit status.
`

const compareExitHelp = `
exit status:
  0  nothing new needs a decision
  1  a finding or a violation is new
  2  wrong usage, or no audit
  3  the result could not be written
`

const exitHelp = `
exit status:
  0  nothing to report
  1  findings that -fail-on counts
  2  wrong usage or configuration
  3  the program could not be loaded, or the result not written
`

// flagHelp lists the flags of a command.
func flagHelp(fs *flag.FlagSet) string {
	var b strings.Builder
	b.WriteString("\nflags:\n")
	fs.VisitAll(func(f *flag.Flag) {
		value, text := flag.UnquoteUsage(f)
		head := "-" + f.Name
		if value != "" {
			head += " " + value
		}
		if f.DefValue != "" && f.DefValue != "false" {
			text += fmt.Sprintf(" (default %s)", f.DefValue)
		}
		fmt.Fprintf(&b, "  %s\n        %s\n", head, strings.ReplaceAll(text, "\n", "\n        "))
	})
	return b.String()
}

// wantsHelp reports whether the arguments of a command without flags ask for
// its help.
func wantsHelp(args []string) bool {
	fs := flag.NewFlagSet("", flag.ContinueOnError)
	_, err := checkFlags(fs, args)
	return errors.Is(err, flag.ErrHelp)
}
