import { Refusal } from '@/lib/refusal'
import { canonicalHttpUrl } from '@/lib/urls'
import type { SettingKey } from './setting-defaults'

/** Facts that are addresses; those of policies may be paths on this site. */
const ADDRESS = /^org\w+Url$/

/** Organisations that the publisher may belong to, in trust.txt one line each. */
const MEMBERSHIPS_MAX = 20

/** The value of an organisation's fact as it is stored. @throws Refusal `invalid` naming the setting */
export function checkFact(key: SettingKey, value: string): string {
	if (!value) return value
	if (key === 'orgFounded' && !/^\d{4}$/.test(value))
		throw new Refusal('invalid', 'Please give the year in four figures, such as 1998.', key)
	if (key === 'orgEmail' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value))
		throw new Refusal('invalid', `“${value}” is not a mail address.`, key)
	if (key === 'orgPhone' && !/^\+?[\d][\d ()./-]{3,30}$/.test(value))
		throw new Refusal('invalid', 'Please give the number in figures, such as +44 20 7946 0958.', key)
	if (key === 'orgLanguages') return checkLanguages(value)
	return ADDRESS.test(key) ? checkAddress(key, value) : value
}

function checkLanguages(value: string): string {
	const tags = value.split(/[\s,;]+/).filter(Boolean)
	try {
		return Intl.getCanonicalLocales(tags).join(', ')
	} catch {
		throw new Refusal('invalid', 'Please give language tags, such as en, cy.', 'orgLanguages')
	}
}

/** A web address, or where it may be one of this site a path. @throws Refusal `invalid` */
export function checkAddress(key: SettingKey, value: string): string {
	const isPath = key !== 'orgParentUrl' && /^\/(?![/\\])[^\s\\]*$/.test(value)
	const url = isPath ? value : canonicalHttpUrl(value)
	if (!url)
		throw new Refusal(
			'invalid',
			key === 'orgParentUrl'
				? 'The address must begin with https://'
				: 'The address must begin with https://, or with / for a page of this site.',
			key,
		)
	return url
}

/** @throws Refusal `invalid` */
export function checkMemberships(typed: unknown): string[] {
	const urls = Array.isArray(typed) ? typed.map((each) => canonicalHttpUrl(String(each))) : [null]
	if (urls.length > MEMBERSHIPS_MAX)
		throw new Refusal('invalid', `Please keep to ${MEMBERSHIPS_MAX} associations.`, 'orgMemberOf')
	return urls.map((url) => {
		if (!url)
			throw new Refusal(
				'invalid',
				'Each line must be the address of an association, beginning with https://',
				'orgMemberOf',
			)
		return url
	})
}
