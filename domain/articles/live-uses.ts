import { and, eq, exists, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db'
import { articles, people, revisionBylines, revisionTags, tags } from '@/db/schema'
import { isLive } from './live'

type At = Parameters<typeof isLive>[0]

/** Condition of a query of people: the byline of a live story names the person. */
export const hasLiveByline = (on: Queryable, at?: At): SQL =>
	exists(
		on
			.select({ id: articles.id })
			.from(revisionBylines)
			.innerJoin(articles, eq(articles.publishedRevisionId, revisionBylines.revisionId))
			.where(and(eq(revisionBylines.personId, people.id), isLive(at))),
	)

/** Condition of a query of tags: a live story carries the tag. */
export const isOnLiveStory = (on: Queryable, at?: At): SQL =>
	exists(
		on
			.select({ id: articles.id })
			.from(revisionTags)
			.innerJoin(articles, eq(articles.publishedRevisionId, revisionTags.revisionId))
			.where(and(eq(revisionTags.tagId, tags.id), isLive(at))),
	)

/** Subquery of the people in bylines, found by one search of the index of bylines a person. */
export const bylinedIds = (): SQL => sql`(with recursive bylined (id) as (
	select min(person_id) from ${revisionBylines}
	union all
	select (select min(person_id) from ${revisionBylines} where person_id > bylined.id)
	from bylined where bylined.id is not null
) select id from bylined where id is not null)`
