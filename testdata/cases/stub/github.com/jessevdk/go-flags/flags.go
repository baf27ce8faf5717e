// Package flags is a stub of github.com/jessevdk/go-flags.
package flags

// Options are those of a parser.
type Options uint

// Default are the usual ones.
const Default Options = 7

// Commander is a command with something to do.
type Commander interface{ Execute(args []string) error }

// Group is a group of options.
type Group struct{ ShortDescription string }

// AddGroup adds one.
func (g *Group) AddGroup(short, long string, data interface{}) (*Group, error) { return g, nil }

// Command is a command of a parser.
type Command struct {
	*Group
	Name string
}

// AddCommand adds one.
func (c *Command) AddCommand(command, short, long string, data interface{}) (*Command, error) {
	return c, nil
}

// Parser is a command line parser.
type Parser struct {
	*Command
	CommandHandler func(command Commander, args []string) error
}

// NewParser makes a parser that fills data.
func NewParser(data interface{}, options Options) *Parser { return &Parser{} }

// Parse fills data and runs the command that was chosen.
func Parse(data interface{}) ([]string, error) { return nil, nil }

// Parse runs the command that was chosen.
func (p *Parser) Parse() ([]string, error) { return nil, nil }
