import type { FormInput } from '@/app/desk/desk-action'
import { photoOptions } from '@/app/desk/stories/story-options'
import type { AdOptions, AdValues } from '@/components/desk/ads/ad-fields'
import { deskTime, type Locale } from '@/components/desk/desk-time'
import type { AdFields, DeskAd } from '@/domain/ads-desk'
import { listFrontPageSections } from '@/domain/front-page-stories'
import type { Viewer } from '@/domain/permissions'
import { siteSettings } from '@/domain/settings'
import { oneLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { fromLocalDateTime, toLocalDateTime, zoneName } from '@/lib/time-zone'

/** @throws Refusal `invalid` for a malformed time */
export async function adFields({ text, list, number }: FormInput, photoId: number | null): Promise<AdFields> {
	const { timeZone } = await siteSettings()
	const time = (name: string): Date | null => {
		const typed = text(name).trim()
		if (!typed) return null
		const at = fromLocalDateTime(typed, timeZone)
		if (!at) throw new Refusal('invalid', 'There is no such time; please give a day and an hour.', name)
		return at
	}
	return {
		title: oneLine(text('title')),
		text: text('text').trim(),
		url: text('url').trim(),
		photoId,
		slot: text('slot') as AdFields['slot'],
		label: text('label'),
		sectionIds: list('sectionIds').map(Number),
		startsAt: time('startsAt'),
		endsAt: time('endsAt'),
		afterParagraph: number('afterParagraph'),
		weight: number('weight'),
	}
}

export function adValues(ad: Omit<DeskAd, 'impressions' | 'clicks'>, timeZone: string): AdValues {
	const local = (at: Date | null) => (at ? toLocalDateTime(at, timeZone) : '')
	return {
		title: ad.title,
		text: ad.text,
		url: ad.url,
		photoId: ad.photoId === null ? '' : String(ad.photoId),
		slot: ad.slot,
		label: ad.label ?? '',
		sectionIds: ad.sectionIds,
		startsAt: local(ad.startsAt),
		endsAt: local(ad.endsAt),
		afterParagraph: String(ad.afterParagraph),
		weight: String(ad.weight),
	}
}

/** The choices of the form, among the photographs also that of the advertisement. */
export async function adOptions(viewer: Viewer, photoId: number | null = null): Promise<AdOptions> {
	const { timeZone, adLabel } = await siteSettings()
	return {
		photos: await photoOptions(viewer, photoId === null ? [] : [photoId]),
		sections: await listFrontPageSections(),
		zone: zoneName(timeZone),
		siteLabel: adLabel,
	}
}

/** State of an advertisement in words. */
export function adState(ad: DeskAd, locale: Locale, now = new Date()): string {
	if (ad.retiredAt) return `Retired ${deskTime(ad.retiredAt, locale)}`
	if (!ad.active) return 'Stopped'
	if (ad.endsAt && ad.endsAt <= now) return `Ended ${deskTime(ad.endsAt, locale)}`
	if (ad.startsAt && ad.startsAt > now) return `Starts ${deskTime(ad.startsAt, locale)}`
	return ad.endsAt ? `Running until ${deskTime(ad.endsAt, locale)}` : 'Running'
}
