// Package cron holds the shapes of github.com/robfig/cron/v3 that the cases use.
package cron

type EntryID int

type Option func(*Cron)

type Job interface{ Run() }

type FuncJob func()

func (f FuncJob) Run() { f() }

type Cron struct{ running bool }

func New(opts ...Option) *Cron { return &Cron{} }

func (c *Cron) AddFunc(spec string, cmd func()) (EntryID, error) { return 0, nil }
func (c *Cron) AddJob(spec string, cmd Job) (EntryID, error)     { return 0, nil }
func (c *Cron) Start()                                           {}
func (c *Cron) Run()                                             {}
