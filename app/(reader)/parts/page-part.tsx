import { cookies } from 'next/headers'
import { cache, createElement } from 'react'
import { viewer } from '@/app/_http/viewer'
import { AD_COOKIE, closedAdsIn } from '@/lib/cookies'
import { type PartSlot, PLACEHOLDER_ELEMENT, PLACEHOLDER_SLOT } from '@/lib/page-parts'
import { requestContext } from '@/lib/request-context'
import type { Part, PartReader } from './part'

type Props<PartProps> = { part: Part<PartProps>; props: PartProps }

/** A part for the reader of the request, or its placeholder if the page is rendered as a shell. */
export async function PagePart<PartProps>({ part: { name, render }, props }: Props<PartProps>) {
	if (!requestContext().shell) return render(props, await partReader())
	const slot: PartSlot = { name, props }
	return createElement(PLACEHOLDER_ELEMENT, { [PLACEHOLDER_SLOT]: JSON.stringify(slot) })
}

const partReader = cache(
	async (): Promise<PartReader> => ({
		viewer: await viewer(),
		closedAds: closedAdsIn((await cookies()).get(AD_COOKIE)?.value) ?? [],
	}),
)
