import { NO_PERIOD } from '@/app/(reader)/overrides'
import { isEditionWeek } from '@/domain/mood-edition/edition'
import type { ErrorPage } from '@/lib/request-context'

/** Override of a week of the mood edition: 404 for texts and for weeks without an edition. */
export const weekOverride = async (week: string): Promise<ErrorPage | null> =>
	(await isEditionWeek(week)) ? null : NO_PERIOD
