package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
	"syscall"
)

// write runs f on a buffered standard output and tells a failure in the user's
// words. A reader that went away is told nothing: it knows.
func (env Env) write(f func(io.Writer) error) error {
	out := bufio.NewWriter(env.Stdout)
	err := f(out)
	if err == nil {
		err = out.Flush()
	}
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.EPIPE), errors.Is(err, io.ErrClosedPipe):
		return &userError{code: exitFailed}
	}
	return errNotWritten.of(reason(err))
}

// reason is an error without the operation and file name, which say nothing
// about standard output.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// print writes text as the whole output of a run.
func (env Env) print(text string) int {
	err := env.write(func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	})
	if err != nil {
		return env.fail(err)
	}
	return exitClean
}

// warn tells on standard error what does not change the result.
func (env Env) warn(text string) {
	if text != "" {
		fmt.Fprintf(env.Stderr, "sessionlint: warning: %s\n", text)
	}
}

// color follows the conventions NO_COLOR and TERM=dumb.
func (env Env) color() bool {
	return env.StdoutTerminal && env.Getenv("NO_COLOR") == "" && env.Getenv("TERM") != "dumb"
}

// width is that of the terminal to which text is written, or 0. COLUMNS goes
// before what the terminal says.
func (env Env) width() int {
	if !env.StdoutTerminal {
		return 0
	}
	if n, err := strconv.Atoi(env.Getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	return env.StdoutWidth
}

// isTerminal is good enough for colour and progress: character devices that
// are no terminals, such as the null device, do not mind either.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
