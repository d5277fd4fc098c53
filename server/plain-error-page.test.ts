import { afterEach, expect, test } from 'vitest'
import { namedError } from '@/lib/error-words'
import { DESK_LANGUAGE } from '@/lib/messages/languages'
import { forgetLanguage, messagesOf, noteLanguage, waitingTime } from '@/lib/messages/messages'
import { newRequestContext, runInContext } from '@/lib/request-context'
import { plainErrorPage } from './plain-error-page'

afterEach(forgetLanguage)

const form = { values: { body: ['The <quay>'] }, message: '', field: null }
const page = () => plainErrorPage({ ...namedError(503, 'unreadable', 60), form }, '/news/a/comments')

test('a plain page has the language of the site as last read', () => {
	expect(page()).toContain('<html lang="en-GB" dir="ltr">')
	noteLanguage('ar')
	const { errors } = messagesOf('ar')
	for (const text of ['<html lang="ar" dir="rtl">', errors.typedKept, errors.sendAgain, 'The &lt;quay&gt;'])
		expect(page()).toContain(text)
	expect(page()).toContain(errors.unreadable(waitingTime(60, 'ar')).detail)
})

test('a page of the desk is English on a site in another language', () => {
	noteLanguage('fr')
	const context = { ...newRequestContext('unknown'), language: DESK_LANGUAGE }
	expect(runInContext(context, page)).toContain('<html lang="en" dir="ltr">')
	expect(runInContext(context, page)).toContain('Send again')
})
