import { parseHex } from '@/lib/contrast'
import { DATE_FORMATS } from '@/lib/date-format'
import { LICENCE_PAYMENTS, MACHINE_ANSWERS } from '@/lib/machine-answers'
import { isVisible, oneLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { LABEL_FONTS, TEXT_FONTS } from '@/lib/site-look'
import { isDay } from '@/lib/time-zone'
import { canonicalHttpUrl } from '@/lib/urls'
import { RECENT_MAX } from './comments/recent-limit'
import { checkRuleList, isRuleList } from './comments/rule-lists'
import { checkContact } from './machine-checks'
import { checkAddress, checkFact, checkMemberships } from './organisation-checks'
import {
	COMMENTS_FROM,
	COMMENTS_POLICIES,
	DEFAULT_SETTINGS,
	type LabelledLink,
	type SettingKey,
} from './setting-defaults'

/** In characters: settings are shown on one line, … */
const LENGTH_MAX = 200
/** … except these. */
const LENGTHS_MAX: Partial<Record<SettingKey, number>> = {
	footerText: 500,
	orgOwnership: 500,
	orgFunding: 500,
	accessibilityLimits: 1_000,
}
/** Profiles elsewhere, in one row of the footer. */
const SOCIAL_LINKS_MAX = 12
const LABEL_LENGTH_MAX = 40

/** The permitted values of a setting of choices, with the words of the refusal. */
const CHOICES: Partial<Record<SettingKey, [values: readonly string[], refusal: string]>> = {
	commentsFrom: [COMMENTS_FROM, 'Please choose who may comment.'],
	commentsPolicy: [COMMENTS_POLICIES, 'Please choose how comments are taken.'],
	machinesSearch: [MACHINE_ANSWERS, 'Please choose an answer to search engines.'],
	machinesAnswers: [MACHINE_ANSWERS, 'Please choose an answer on AI answers.'],
	machinesTraining: [MACHINE_ANSWERS, 'Please choose an answer on AI training.'],
	licencePayment: [LICENCE_PAYMENTS, 'Please choose a payment of the list.'],
	readTimeWording: [['classic', 'plain'], 'Please choose a wording.'],
	direction: [['auto', 'ltr', 'rtl'], 'Please choose a direction.'],
	dateFormat: [DATE_FORMATS, 'Please choose a date format.'],
	textFont: [Object.keys(TEXT_FONTS), 'Please choose a font of the list.'],
	headlineFont: [Object.keys(TEXT_FONTS), 'Please choose a font of the list.'],
	labelFont: [Object.keys(LABEL_FONTS), 'Please choose a font of the list.'],
}

/** The value as it is stored. @throws Refusal `invalid` naming the setting */
export function checkSetting(key: string, typed: unknown): unknown {
	if (!Object.hasOwn(DEFAULT_SETTINGS, key))
		throw new Refusal('invalid', `There is no setting called ${key}.`, key)
	const setting = key as SettingKey
	if (setting === 'logo' && typed === null) return null
	if (setting === 'mastheadMenu' || setting === 'footerMenu') {
		if (Array.isArray(typed) && typed.length === 0) return typed
		throw new Refusal('invalid', 'A menu is changed item by item.', key)
	}
	if (setting === 'logo') throw new Refusal('invalid', 'The logo is set by its file.', key)
	if (typeof typed !== typeof DEFAULT_SETTINGS[setting])
		throw new Refusal('invalid', `${key} has the wrong kind of value.`, key)
	if (setting === 'socialLinks') return checkLinks(typed)
	if (isRuleList(setting)) return checkRuleList(setting, typed)
	if (setting === 'orgMemberOf') return checkMemberships(typed)
	if (typeof typed === 'number') return checkNumber(setting, typed)
	return typeof typed === 'string' ? checkText(setting, oneLine(typed)) : typed
}

/** Each comment reads past this many rows of an index: a millisecond. */
const FLOOD_MAX = 10_000

function checkNumber(key: SettingKey, value: number): number {
	if (!(Number.isInteger(value) && value >= 0))
		throw new Refusal('invalid', 'Please give a whole number, 0 or more.', key)
	if (key === 'wordsPerMinute' && value < 1)
		throw new Refusal('invalid', 'Nobody reads fewer than 1 word a minute.', key)
	if (key === 'commentFloodMax' && value > FLOOD_MAX)
		throw new Refusal('invalid', `Please give a number of at most ${FLOOD_MAX}.`, key)
	if (key === 'commentSpeedMax' && value >= RECENT_MAX)
		throw new Refusal('invalid', `Please give a number below ${RECENT_MAX}.`, key)
	return value
}

function checkText(key: SettingKey, value: string): string {
	const longest = LENGTHS_MAX[key] ?? LENGTH_MAX
	if (value.length > longest)
		throw new Refusal('invalid', `Please keep this under ${longest} characters.`, key)
	const [values, refusal] = CHOICES[key] ?? []
	if (values && !values.includes(value)) throw new Refusal('invalid', refusal ?? '', key)
	if (key === 'language' && !isLanguage(value))
		throw new Refusal('invalid', `“${value}” is not a language tag; try en-GB or fr.`, key)
	if (key === 'timeZone' && !isTimeZone(value))
		throw new Refusal('invalid', `“${value}” is not a time zone; try Europe/London.`, key)
	if (key === 'accessibilityReviewedOn' && value && !isDay(value))
		throw new Refusal('invalid', 'Please give the day as 2027-06-30.', key)
	if (key === 'siteName' && !value) throw new Refusal('invalid', 'The site needs a name.', key)
	if (key === 'accent' && value) return checkColour(value)
	if (key === 'websubHub' && value) return checkHub(value)
	if (key === 'licenceTermsUrl' && value) return checkAddress(key, value)
	if (key === 'licenceContact') return checkContact(value)
	return key.startsWith('org') ? checkFact(key, value) : value
}

function checkHub(value: string): string {
	const url = canonicalHttpUrl(value)
	if (!url?.startsWith('https:'))
		throw new Refusal('invalid', 'The address of a hub begins with https://', 'websubHub')
	return url
}

function checkColour(value: string): string {
	const colour = parseHex(value)
	if (!colour)
		throw new Refusal(
			'invalid',
			`“${value}” is not a colour; write it as #1f3fa3, or leave it empty.`,
			'accent',
		)
	return colour
}

function checkLinks(typed: unknown): LabelledLink[] {
	if (!Array.isArray(typed)) throw new Refusal('invalid', 'These are no links.', 'socialLinks')
	if (typed.length > SOCIAL_LINKS_MAX)
		throw new Refusal('invalid', `Please keep to ${SOCIAL_LINKS_MAX} links.`, 'socialLinks')
	return typed.map((link: Partial<LabelledLink>, index) => {
		const label = oneLine(String(link?.label ?? ''))
		const url = canonicalHttpUrl(String(link?.url ?? ''))
		if (!isVisible(label) || label.length > LABEL_LENGTH_MAX)
			throw new Refusal(
				'invalid',
				`Link ${index + 1} needs a name of at most ${LABEL_LENGTH_MAX} characters.`,
				'socialLinks',
			)
		if (!url)
			throw new Refusal(
				'invalid',
				`The address of “${label}” must be a web address that begins with https://`,
				'socialLinks',
			)
		return { label, url }
	})
}

function isTimeZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: name })
		return true
	} catch {
		return false
	}
}

function isLanguage(tag: string): boolean {
	try {
		return Intl.getCanonicalLocales(tag).length === 1
	} catch {
		return false
	}
}
