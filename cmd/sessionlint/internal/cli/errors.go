package cli

import (
	"context"
	"errors"
	"fmt"
)

// Exit statuses.
const (
	exitClean    = 0 // nothing to report
	exitFindings = 1 // findings that count for -fail-on
	exitUsage    = 2 // wrong usage or configuration
	exitFailed   = 3 // the program could not be loaded, or the result not written
)

// A problem is what can go wrong for a user: what it is, and what to do next.
// Every message that a run can end with is one of these.
type problem struct {
	code int
	what string
	next string
}

var (
	errUnknownCommand       = problem{exitUsage, "unknown command %q%s", "the commands are %s, and a package in a folder is written ./%s"}
	errUnknownTopic         = problem{exitUsage, "no help on %q%s", "run 'sessionlint help'"}
	errUnwanted             = problem{exitUsage, "%s takes no arguments", "run 'sessionlint help %[1]s'"}
	errUnknownFlag          = problem{exitUsage, "unknown flag %s%s", "run 'sessionlint help%s' for the flags"}
	errNoValue              = problem{exitUsage, "flag %s needs a value", "write %[1]s=VALUE"}
	errBadBool              = problem{exitUsage, "%v", "write the flag alone, or with =true or =false"}
	errFlagAfterPackage     = problem{exitUsage, "flag %s stands after package %s", "put the flags before the packages"}
	errBadFormat            = problem{exitUsage, "unknown -format %q%s", "use %s"}
	errNoFrom               = problem{exitUsage, "convert needs a report", "name it with -from=FILE, or write -from=- for standard input"}
	errConvertArgument      = problem{exitUsage, "convert takes no arguments, and there is %s", "name the report with -from=FILE"}
	errCannotRead           = problem{exitUsage, "cannot read -from=%s: %v", "name a file that -format=json wrote, or - for standard input"}
	errNoReport             = problem{exitUsage, "-from=%s is %v", "name a file that -format=json wrote"}
	errNothingToDraw        = problem{exitUsage, "%v", "run 'sessionlint audit' to see what there is"}
	errGraphArgument        = problem{exitUsage, "graph analyses nothing with -from, and there is %s", "leave out one of them"}
	errNoPlace              = problem{exitUsage, "%s needs a place to ask about", "write 'sessionlint %[1]s FILE:LINE' or 'sessionlint %[1]s FUNCTION', and packages behind it"}
	errNotFound             = problem{exitUsage, "%v", "run 'sessionlint audit' to see what there is, or name a function with its package"}
	errBadCount             = problem{exitUsage, "-n needs a number that is not negative, not %q", "write -n=10, or -n=0 for all"}
	errCompareArguments     = problem{exitUsage, "compare needs two files, and there is %s", "write 'sessionlint compare OLD.json NEW.json'"}
	errCannotCompare        = problem{exitUsage, "cannot compare %s: %v", "name two files that 'sessionlint audit -format=json' wrote"}
	errNoConfigCommand      = problem{exitUsage, "config needs to know what to do", "write 'sessionlint config check', 'show' or 'schema'"}
	errUnknownConfigCommand = problem{exitUsage, "unknown command config %s%s", "write 'sessionlint config check', 'show' or 'schema'"}
	errConfigArguments      = problem{exitUsage, "config takes one file, and there is %s", "name one, or none for the module's own"}
	errBadSetting           = problem{exitUsage, "%v", "run 'sessionlint help' for what the flags take"}
	errBadFailOn            = problem{exitUsage, "unknown -fail-on %q%s", "use any, error, or rules such as SL101, separated by commas"}
	errQuietVerbose         = problem{exitUsage, "-q and -v contradict each other", "use one of them"}
	errNoDir                = problem{exitUsage, "no such directory: -C %s", "name the directory of the module to analyse"}
	errCacheNotDir          = problem{exitUsage, "-cache %s is not a directory", "name a directory, which may be a new one, or use -cache=off"}
	errNothingMatches       = problem{exitUsage, "package pattern %s matches nothing", "check the path, or use ./... for all packages below"}
	errWrongPackages        = problem{exitUsage, "%v", "check the packages and the directory"}
	errNoGo                 = problem{exitFailed, "the go command is not on PATH", "install Go from go.dev/dl, or add its bin directory to PATH"}
	errNotLoaded            = problem{exitFailed, "%v", "see that 'go list %s' works there"}
	errInterrupted          = problem{exitFailed, "interrupted", "nothing was reported"}
	errInternal             = problem{exitFailed, "internal error: %v", "please report it with what stands above"}
	errNotWritten           = problem{exitFailed, "cannot write the result: %v", "what was written is not complete"}
	errUnknownRule          = problem{exitUsage, "unknown rule %q%s", "'sessionlint explain' lists the rules"}
	errExplainArguments     = problem{exitUsage, "explain takes one rule, and there is %s", "write 'sessionlint explain SL101'"}
	errBadShell             = problem{exitUsage, "completion needs the name of a shell", "use bash, zsh or fish"}
	errJSONFormat           = problem{exitUsage, "-json and -format=%s contradict each other", "use one of them"}
	errFixAlone             = problem{exitUsage, "-fix, -diff and -watch contradict each other", "use one of them"}
	errDiffFormat           = problem{exitUsage, "-diff prints a diff, and -format=%s something else", "leave out one of them"}
	errNotFixed             = problem{exitFailed, "cannot change %s: %v", "what was changed before it stays so"}
	errBadRevision          = problem{exitUsage, "-changed-since=%s names no commit", "name a commit, branch or tag that this clone has, and see that -C is below a git repository"}
	errNoBaselineCommand    = problem{exitUsage, "baseline needs to know what to do", "write 'sessionlint baseline write' or 'check'"}
	errUnknownBaseline      = problem{exitUsage, "unknown command baseline %s%s", "write 'sessionlint baseline write' or 'check'"}
	errNoBaseline           = problem{exitUsage, "there is no baseline %s", "'sessionlint baseline write' makes one, and -baseline=off does without"}
	errBadBaseline          = problem{exitUsage, "cannot use the baseline %s: %v", "correct it, or remove it and run 'sessionlint baseline write'"}
	errBaselineOff          = problem{exitUsage, "baseline %s needs a file, and -baseline is off", "leave out -baseline, or name a file"}
	errBaselineNotWritten   = problem{exitFailed, "cannot write the baseline %s: %v", "nothing was changed"}
	errConfigured           = problem{exitUsage, "there is %s already", "edit it, or run 'sessionlint init -force' to begin anew"}
	errFileNotWritten       = problem{exitFailed, "cannot write %s: %v", "see that the directory can be written to"}
	errNoDiff               = problem{exitFailed, "cannot compare with %s: %v", "see that 'git diff' works there"}
	errNoGit                = problem{exitFailed, "the git command is not on PATH", "install git, or leave out -changed-since"}
)

// of makes the error, with args for the verbs of what and then of next.
func (p problem) of(args ...any) error {
	return &userError{code: p.code, text: fmt.Sprintf(p.what+"; "+p.next, args...)}
}

// userError is a problem with its particulars. An empty text means that there
// is nobody to tell.
type userError struct {
	code int
	text string
}

func (e *userError) Error() string { return e.text }

// asProblem is the user's view of any error.
func asProblem(err error) *userError {
	var u *userError
	if errors.As(err, &u) {
		return u
	}
	if errors.Is(err, context.Canceled) {
		err = errInterrupted.of()
	} else {
		err = errNotLoaded.of(err, "./...")
	}
	errors.As(err, &u)
	return u
}
