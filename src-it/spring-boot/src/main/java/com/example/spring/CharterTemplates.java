package com.example.spring;

import java.util.Set;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Lets templates insert the generated files as they are. */
@Configuration
class CharterTemplates {

    @Bean
    ClassLoaderTemplateResolver charterTemplateResolver(ThymeleafProperties thymeleaf) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("META-INF/resources/");
        resolver.setResolvablePatterns(Set.of("cookie-charter/*"));
        resolver.setTemplateMode(TemplateMode.RAW);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCacheable(thymeleaf.isCache());
        resolver.setOrder(0);
        return resolver;
    }
}
