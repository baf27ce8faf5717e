package link

// renews reports whether a call puts into a variable or field what the callee makes of
// its value, and the callee does nothing but return it unless it is nil.
//
//	func connected(db *sql.DB) *sql.DB {
//		if db != nil { return db }
//		…
//	}
//
//	pool = connected(pool)
func (s *solver) renews(st *site) bool {
	if st.c.Renews == 0 {
		return false
	}
	for _, t := range st.targets {
		if !s.onlyWithout(t.fn, uint8(int(st.c.Renews)+int(t.shift))) {
			return false
		}
	}
	return len(st.targets) > 0
}

// onlyWithout reports whether a function acquires, itself or by what it calls, only if
// a parameter (index + 1) is nil.
func (s *solver) onlyWithout(fi int32, param uint8) bool {
	f := s.p.Funcs[fi].Sum
	any := false
	for i := range f.Acqs {
		if f.Acqs[i].Given != param {
			return false
		}
		any = true
	}
	for i, si := range s.siteOf[fi] {
		switch {
		case f.Calls[i].Given == param:
			any = any || len(s.sites[si].targets) > 0
		case s.acquiresBelow(s.sites[si], map[int32]bool{fi: true}):
			return false
		}
	}
	return any
}

// acquiresBelow reports whether something may be acquired by a call.
func (s *solver) acquiresBelow(st *site, seen map[int32]bool) bool {
	if len(st.acquire) > 0 {
		return true
	}
	for _, t := range append(st.targets[:len(st.targets):len(st.targets)], st.backs...) {
		if seen[t.fn] {
			continue
		}
		seen[t.fn] = true
		if len(s.p.Funcs[t.fn].Sum.Acqs) > 0 {
			return true
		}
		for _, si := range s.siteOf[t.fn] {
			if s.acquiresBelow(s.sites[si], seen) {
				return true
			}
		}
	}
	return false
}
