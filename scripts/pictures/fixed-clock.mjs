// Preloaded into the server: shifts `Date` by a constant, so that the dates in the pictures stay the same.
/** Unset in the image worker, which gets no environment. */
const shift = Number(process.env.PICTURES_CLOCK_SHIFT_MS ?? 0)
const realNow = Date.now

Date.now = () => realNow() + shift
// Not a subclass: dates of structured clones have to remain instances of `Date`.
globalThis.Date = new Proxy(Date, {
	construct: (target, parts, made) =>
		Reflect.construct(target, parts.length > 0 ? parts : [Date.now()], made),
})
