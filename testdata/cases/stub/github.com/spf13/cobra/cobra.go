// Package cobra holds the shapes of github.com/spf13/cobra that the cases use.
package cobra

import "context"

type PositionalArgs func(cmd *Command, args []string) error

type Command struct {
	Use               string
	Short             string
	Args              PositionalArgs
	PersistentPreRunE func(cmd *Command, args []string) error
	PreRunE           func(cmd *Command, args []string) error
	Run               func(cmd *Command, args []string)
	RunE              func(cmd *Command, args []string) error
}

func (c *Command) AddCommand(cmds ...*Command) {}
func (c *Command) Context() context.Context    { return context.Background() }
func (c *Command) Execute() error              { return nil }

func OnInitialize(y ...func()) {}
