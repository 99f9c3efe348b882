package com.example.shop

import com.example.kotlin.Cookies
import com.example.kotlin.Cookies.Category

fun main() {
    val name = Cookies.OFFER_PREFIX + "shoes"
    println("${Cookies.SID} ${Cookies.isAllowed(name, emptySet())} ${Cookies.isAllowed(name, setOf(Category.MARKETING))}" +
        " ${Cookies.Consent.parse("").isCurrent} ${Cookies.categoryOf(name).get().id()}")
}
