package summary

func (c *codec) slots(s *Slots) { *s = Slots(c.uint(uint64(*s))) }

func (c *codec) slot(s *Slot) {
	small(c, &s.Bit)
	small(c, &s.Flags)
	small(c, &s.Param)
	c.origin(&s.Origin)
	small(c, &s.Kind)
	small(c, &s.Symbol)
	c.pos(&s.Pos)
	c.pos(&s.End)
}

func (c *codec) point(p *Point) {
	small(c, &p.Kind)
	small(c, &p.Mode)
	small(c, &p.Symbol)
	c.pos(&p.Pos)
	c.slots(&p.Held)
	c.slots(&p.Absent)
	c.slots(&p.Handle)
	small(c, &p.Store)
}

func (c *codec) leak(l *Leak) {
	small(c, &l.Bit)
	c.flag(&l.OnError)
	c.flag(&l.Commit)
	c.flag(&l.Wrote)
	c.pos(&l.Exit)
	list(c, &l.Calls, c.num32)
}

func (c *codec) fix(x *Fix) {
	small(c, &x.Kind)
	c.pos(&x.At)
	c.slots(&x.Slots)
	small(c, &x.Twin)
	small(c, &x.What)
	list(c, &x.Edits, func(e *Edit) { c.pos(&e.From); c.pos(&e.To); small(c, &e.Text) })
}

func (c *codec) directive(d *Directive) {
	small(c, &d.Verb)
	list(c, &d.Rules, func(s *Str) { small(c, s) })
	small(c, &d.Reason)
	c.pos(&d.Pos)
	c.num32(&d.From)
	c.num32(&d.To)
	small(c, &d.Func)
	small(c, &d.Type)
	small(c, &d.Bad)
}
