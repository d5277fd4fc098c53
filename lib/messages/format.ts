import type { Language } from './languages'

/** Plural categories of each language (CLDR); a missing form is a compile error. */
type Categories = {
	en: 'one' | 'other'
	/** `many` is a million, which takes “de” before the noun. */
	fr: 'one' | 'many' | 'other'
	pt: 'one' | 'many' | 'other'
	ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
	sw: 'one' | 'other'
}

/** The forms of a message by plural category, with `#` for the number. */
export type PluralForms<L extends Language> = Record<Categories[L], string>

type Forms = Partial<Record<Intl.LDMLPluralRule, string>>

/** Numbers and plurals in the words of a catalogue. */
export type Format<L extends Language> = {
	/** The form for a whole number. */
	plural: (count: number, forms: PluralForms<L>) => string
	/** A number with the digits and groups of the language: `12,345`. */
	number: (value: number) => string
	/** With one decimal: `4.2`. */
	decimal: (value: number) => string
	/** A whole percentage as the language writes it: `37 %`. */
	percent: (value: number) => string
}

/**
 * The formats of a language tag. Digits and groups follow the whole tag: `ar-EG` has digits of its own, `ar-MA` not.
 * Runs in browsers too.
 */
export function formatOf<L extends Language>(tag: string): Format<L> {
	const rules = new Intl.PluralRules(tag)
	const formatter = (options?: Intl.NumberFormatOptions) => {
		const format = new Intl.NumberFormat(tag, options)
		return (value: number) => format.format(value)
	}
	const number = formatter()
	const share = formatter({ style: 'percent' })
	return {
		// A catalogue with another language's tag, in a pseudolocale, may lack a form.
		plural: (count, forms: Forms) =>
			(forms[rules.select(count)] ?? forms.other ?? '').replace('#', number(count)),
		number,
		decimal: formatter({ minimumFractionDigits: 1, maximumFractionDigits: 1 }),
		percent: (value) => share(value / 100),
	}
}
